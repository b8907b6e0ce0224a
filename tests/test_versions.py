from importlib.metadata import version

from analysis.versions import PACKAGES, PROJECT, versions


def test_the_software_is_named_with_its_versions() -> None:
    found = versions()
    assert {name: found[name] for name in PACKAGES} == {name: version(name) for name in PACKAGES}
    assert found[PROJECT].startswith(f"{version(PROJECT)}, code ")
