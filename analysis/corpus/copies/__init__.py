"""Articles that tell one story: how alike they are, what they state, which agency they credit."""
