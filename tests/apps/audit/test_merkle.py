"""The hash tree is that of RFC 6962."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.apps.audit import merkle


def by_the_book(leaves):
    """Return the root as RFC 6962 section 2.1 defines it, recursively."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = by_the_book(leaves[:split]), by_the_book(leaves[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()


@given(st.lists(st.binary(max_size=8), max_size=40))
def test_the_root_is_that_of_the_standard(texts):
    leaves = [merkle.leaf(text, algorithm="sha256") for text in texts]

    assert merkle.root(leaves, algorithm="sha256") == by_the_book(leaves)


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=40), st.data())
def test_a_path_leads_from_its_leaf_to_the_root_and_from_no_other(texts, data):
    leaves = [merkle.leaf(text, algorithm="sha256") for text in texts]
    position = data.draw(st.integers(0, len(leaves) - 1))
    way = merkle.path(leaves, position, algorithm="sha256")
    root = merkle.root(leaves, algorithm="sha256")

    assert merkle.root_by_path(leaves[position], way, algorithm="sha256") == root
    other = merkle.leaf(b"not among them", algorithm="sha256")
    assert merkle.root_by_path(other, way, algorithm="sha256") != root


def test_a_published_root_comes_out():
    # RFC 6962 test vectors of Certificate Transparency's reference implementation.
    texts = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"\x40\x41\x42\x43"]
    texts += [b"\x50\x51\x52\x53\x54\x55\x56\x57"]
    texts += [bytes(range(0x60, 0x70))]
    leaves = [merkle.leaf(text, algorithm="sha256") for text in texts]

    assert merkle.root(leaves, algorithm="sha256").hex() == (
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    )


@pytest.mark.parametrize("algorithm", merkle.ALGORITHMS)
def test_both_algorithms_are_offered_here(algorithm):
    assert merkle.is_offered(algorithm)
