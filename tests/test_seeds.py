"""The articles are kept exactly as they were given."""

import hashlib
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"

SHA256 = {
    "000_27adc4ccc7347b30.txt": "d5150156480050f3c0d570fccedc774868bdb02e0c90abe8fe2d0c189e99c6ab",
    "001_f32a9bfc51ef6824.txt": "86e52beb0d0b416f5910dfdd35950eec63824372b103335a78f7e622fb66eed4",
    "002_e63fccf9c2d11ec4.txt": "da7cbf067146e2224c0fd2bb5d5c9304c309930bd6143bb7540a40022491d9cc",
    "003_9a88d46635caae96.txt": "0bbe1377c21dd5f58135aaf922420679dd98e72a2ededf32e8ad0eed3df3078f",
    "004_3fdd7441507ec72d.txt": "d2a96e340e272a69a29554986ccb62bdb29011ab58ef4d3da818328f6069f34f",
}


@pytest.mark.parametrize(("name", "sha256"), SHA256.items())
def test_an_article_is_byte_for_byte_the_one_given(name, sha256):
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == sha256


def test_every_article_has_its_checksum_here():
    assert {path.name for path in SEEDS.glob("*.txt")} == set(SHA256)
