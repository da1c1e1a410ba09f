"""Words of a ledger as they are compared: half width, trimmed, without decoration."""

import re
from typing import Final
from unicodedata import normalize

import polars as pl

_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACES: Final = re.compile(r"\s+")
_PLAIN_NAME: Final = r"^[0-9a-z\x{4e00}-\x{9fff}]+$"
_DECORATION: Final = re.compile(r"[\W_]+")

#: What clerks and portals write where nothing is known. "无" is one of them only where it
#: cannot be an answer.
MISSING: Final = frozenset(
    """
    暂无信息 暂无 暂无数据 暂缺 无信息 无数据 信息缺失 缺失 缺 不详 未知 不明 不清楚
    未填 未填报 未填写 未统计 未公布 未采集 未提供
    待定 待查 待核实 待核 待补充 待补 待填 待统计 空
    — —— - -- --- / // \\ \\n . … …… ... ? ?? ??? * ** 、 ～ ~ _ __ 〇〇
    n/a na #n/a null none nan nil unknown
    """.split()
)
NONE_WORDS: Final = frozenset({"无", "没有", "没", "无。"})

_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "O": 0,
    "o": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_POWERS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


def plain(text: str) -> str:
    """Return a cell's text half width, with single blanks, trimmed."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", normalize("NFKC", text))).strip()


def dense(text: str) -> str:
    """Return a cell's text half width without any blank."""
    return _SPACES.sub("", plain(text))


def key(text: str) -> str:
    """Return what is left of a name for comparing: lower-case letters and digits."""
    return _DECORATION.sub("", plain(text).lower())


def key_of(column: pl.Expr) -> pl.Expr:
    """Return `key` of a whole column; an empty one is null."""
    bare = column.str.normalize("NFKC").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")
    return pl.when(bare != "").then(bare)


def keys_of(names: pl.Series) -> pl.Series:
    """Return `key` of every name; most are their own key and cost nothing."""
    odd = (~names.str.contains(_PLAIN_NAME)).fill_null(value=False).arg_true()
    if odd.is_empty():
        return names
    found = pl.DataFrame({"name": names.gather(odd)}).select(key_of(pl.col("name")))
    return names.scatter(odd, found.to_series())


def is_missing(text: str, *, none_is_value: bool = False) -> bool:
    """Return whether a cell says that nothing is known."""
    word = dense(text).lower()
    return not word or word in MISSING or (not none_is_value and word in NONE_WORDS)


def chinese_number(text: str) -> int | None:
    """Return a number written in Chinese like 十七, 一百二十 or 二〇〇〇, or None."""
    if not text or any(char not in _DIGITS and char not in _POWERS for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return _by_powers(text)


def _by_powers(text: str) -> int | None:
    total, digit, last_power = 0, None, 10_000
    for char in text:
        if char in _DIGITS:
            if digit:  # 一二十 is no number
                return None
            digit = _DIGITS[char]
            continue
        power = _POWERS[char]
        if power >= last_power or digit == 0:
            return None
        total += (1 if digit is None else digit) * power
        digit, last_power = None, power
    return total + (digit or 0)
