"""What a web page, a mail or a printed page left in a text that is not the story: a module for each kind."""
