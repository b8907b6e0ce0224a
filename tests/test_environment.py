"""What gets installed: pyproject.toml says it, environment.yml and requirements.lock have to agree."""

import ast
import json
import re
import tomllib
from importlib.metadata import Distribution, distribution, distributions, packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
REQUIREMENTS = [
    Requirement(line)
    for lines in (
        PYPROJECT["build-system"]["requires"],
        PROJECT["dependencies"],
        *PROJECT["optional-dependencies"].values(),
    )
    for line in lines
]

# Needed only where conda does the installing: pip for the rest, and pango, which elsewhere the system brings.
CONDA_ONLY = {"pango", "pip"}
# Each release of pydantic asks for the one release of pydantic-core that fits.
WITH_ANOTHER = {"pydantic-core"}

LOCKED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; [^\\]+)?(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})*)\n"
    r"(?:    # via(?P<via>(?: \S+)+|(?:\n    #  (?: \S+)+)+)\n)?",
    re.M,
)

# A package under one of these may be installed beside code under the MIT licence, and used by it.
ALLOWED = {
    "0BSD", "Apache-2.0", "Artistic-1.0", "BSD-2-Clause", "BSD-3-Clause", "BSD", "CC0-1.0", "CNRI-Python", "ISC",
    "LGPL-2.1-only", "MIT", "MIT-0", "MIT-CMU", "MPL-1.1", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Zlib",
}  # fmt: skip
# What packages that give no SPDX expression write instead.
OTHER_WORDS = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0",
    "BSD License": "BSD",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-only",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Looked up by hand: their words are no licence's name.
BY_HAND = {"pypdfium2": "BSD-3-Clause, with PDFium under Apache-2.0 and its parts under MIT-like licences"}
# Asked for without an import.
NOT_IMPORTED = {
    "fontpkg-ibm-plex-sans", "fontpkg-ibm-plex-serif", "ipykernel", "jupyterlab", "lxml-html-clean", "manimgx-fonts",
    "noto-cjk-sans-otc", "pytest",
}  # fmt: skip


def conda_requirements() -> list[Requirement]:
    """Return what environment.yml asks for, conda's own packages first, then pip's."""
    packages = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    by_pip = next(entry["pip"] for entry in packages if isinstance(entry, dict))
    assert "-e ." in by_pip, "environment.yml has to install the project itself"
    return [Requirement(line) for line in packages + by_pip if isinstance(line, str) and line != "-e ."]


def test_environment_yml_asks_for_the_packages_and_ranges_of_pyproject():
    """Names and ranges alone are compared: conda itself is not run, so that it can solve them is not shown here."""
    wanted = {canonicalize_name(each.name): each.specifier for each in REQUIREMENTS}
    wanted["python"] = Requirement(f"python{PROJECT['requires-python']}").specifier
    asked = {
        canonicalize_name(each.name): each.specifier for each in conda_requirements() if each.name not in CONDA_ONLY
    }
    assert asked == wanted


def test_environment_yml_brings_pango_and_pip():
    assert {each.name for each in conda_requirements()} >= CONDA_ONLY


def locked() -> dict[str, list[re.Match[str]]]:
    """Return the lock's entries by package; one that differs between Python versions has several."""
    entries: dict[str, list[re.Match[str]]] = {}
    for entry in LOCKED.finditer((ROOT / "requirements.lock").read_text(encoding="utf-8")):
        entries.setdefault(entry["name"], []).append(entry)
    return entries


def test_every_line_of_the_lock_is_a_package_with_its_hashes():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not [line for line in LOCKED.sub("", text).splitlines() if not line.startswith("#")]
    assert not [name for name, entries in locked().items() if not all(entry["hashes"] for entry in entries)]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=str)
def test_the_lock_holds_each_requirement_within_its_range(requirement):
    """If this fails after a change of pyproject.toml, run `make lock`."""
    assert all(requirement.specifier.contains(entry["version"]) for entry in locked()[requirement.name])


def test_the_lock_names_no_place_to_download_from():
    """Whoever installs chooses the index; a mirror's address or a folder of one machine has no place in the lock."""
    assert not re.search(r"://|--index|--find-links|file:", (ROOT / "requirements.lock").read_text(encoding="utf-8"))


def imported() -> set[str]:
    """Return the packages of others that the modules of `analysis` and the notebooks import."""
    notebooks = [json.loads(path.read_text(encoding="utf-8")) for path in ROOT.glob("notebooks/*.ipynb")]
    cells = [
        "".join(cell["source"]) for notebook in notebooks for cell in notebook["cells"] if cell["cell_type"] == "code"
    ]
    modules = [path.read_text(encoding="utf-8") for path in ROOT.glob("analysis/**/*.py")]
    nodes = [node for source in modules + cells for node in ast.walk(ast.parse(source))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    owners = packages_distributions()
    return {canonicalize_name(owners[top][0]) for top in {name.partition(".")[0] for name in names} if top in owners}


def test_every_package_the_code_imports_is_asked_for_by_name():
    """What another package happens to bring along may be gone with its next release."""
    extras = (line for name, lines in PROJECT["optional-dependencies"].items() if name != "test" for line in lines)
    asked = {canonicalize_name(Requirement(line).name) for line in (*PROJECT["dependencies"], *extras)}
    assert imported() - asked - WITH_ANOTHER <= {PROJECT["name"]}


def test_every_package_asked_for_by_name_is_imported_or_known_to_be_needed():
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    assert asked - imported() == NOT_IMPORTED


def test_pyproject_says_of_every_package_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    told = dict(re.findall(r'"([a-z0-9-]+)[<>=][^"]*"\]?,? # (\S.*)', text))
    assert {canonicalize_name(each.name) for each in REQUIREMENTS} - {"setuptools"} == set(told)


def test_the_lock_says_of_every_package_who_asks_for_it():
    entries = locked()
    known = {*entries, PROJECT["name"], "(pyproject.toml)"}
    for name in entries.keys() - {"setuptools"}:  # which builds the project
        asking = {word for entry in entries[name] for word in (entry["via"] or "?").replace("#", " ").split()}
        assert asking <= known, name


def licences(package: Distribution) -> list[str]:
    """Return the licences a package may be taken under, one of several to choose from; in one, all parts count."""
    given = package.metadata.json
    if expression := given.get("license_expression"):
        return str(expression).split(" OR ")
    classifiers = [one.rpartition(" :: ")[2] for one in given.get("classifier", []) if one.startswith("License ::")]
    words = classifiers or [str(given.get("license", ""))]
    return [OTHER_WORDS.get(one, one) for one in words]


INSTALLED = {canonicalize_name(package.name) for package in distributions()}  # those that this system needs


@pytest.mark.parametrize("name", sorted(locked().keys() & INSTALLED))
def test_the_licence_of_every_package_allows_to_use_it_here(name):
    """If this fails for a new package: read its licence; take another where it asks the same of our code."""
    package = distribution(name)
    assert name in BY_HAND or any(set(one.split(" AND ")) <= ALLOWED for one in licences(package)), licences(package)


def test_setting_up_compares_every_hash():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installing = [line for line in makefile.splitlines() if "pip install" in line and "-r $<" in line]
    assert len(installing) == 2
    assert all("--require-hashes" in line for line in installing)
