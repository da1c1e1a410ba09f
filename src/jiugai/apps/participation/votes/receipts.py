"""Receipts: a number that finds a ballot in the published list, as words that are easy to copy."""

import hashlib
import secrets
from typing import Final

#: Twelve signs without those that are easily mistaken; sixty bits.
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 12
_MISREAD: Final = str.maketrans("OILU", "011V")
#: Six words of two signs each: one of 16, then one of 64.
FIRST: Final = "大小长高红黄青白新老东南西北春秋"
SECOND: Final = (
    "山河湖海江田园林花草树木竹松梅兰石桥路门窗桌椅灯书笔纸琴棋画茶米面豆瓜果桃李杏梨"
    "牛马羊鸡鱼鸟虎鹿船车布衣帽鞋伞钟鼓旗雨雪风云星月"
)
WORDS: Final = 6
_BITS: Final = 10


def new_receipt() -> str:
    """Return a receipt number that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def in_words(receipt: str) -> str:
    """Return a receipt as six Chinese words, such as 青山 红梅."""
    number = 0
    for sign in receipt:
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    found = []
    for _ in range(WORDS):
        number, word = divmod(number, 1 << _BITS)
        first, second = divmod(word, len(SECOND))
        found.append(FIRST[first] + SECOND[second])
    return " ".join(reversed(found))


def in_groups(receipt: str) -> str:
    """Return a receipt in groups of four, such as 7K3M-9QXD-A2C4."""
    return "-".join(receipt[at : at + 4] for at in range(0, LENGTH, 4))


def read_receipt(text: str) -> str:
    """Return the receipt number that somebody typed, as words or as signs; "" if it is none."""
    plain = "".join(sign for sign in text if sign.isalnum())
    if any(sign in SECOND for sign in plain):
        return _from_words(plain)
    signs = plain.upper().translate(_MISREAD)
    return signs if len(signs) == LENGTH and set(signs) <= set(ALPHABET) else ""


def _from_words(plain: str) -> str:
    if len(plain) != 2 * WORDS:
        return ""
    number = 0
    for at in range(0, len(plain), 2):
        first, second = FIRST.find(plain[at]), SECOND.find(plain[at + 1])
        if first < 0 or second < 0:
            return ""
        number = (number << _BITS) + first * len(SECOND) + second
    signs = []
    for _ in range(LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(reversed(signs))


def leaf_of(
    *, vote: int, flat: int, sequence: int, mark: int, channel: str, at: str, receipt: str,
    nonce: str,
) -> str:  # fmt: skip
    """Return the digest that stands for a ballot in the record; the nonce hides the mark."""
    parts = (vote, flat, sequence, mark, channel, at, receipt, nonce)
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
