"""A million made-up demands, paraphrases of some, and exhaustive search among them."""

import random
from collections.abc import Sequence
from typing import Any, Final
from zlib import crc32

from jiugai.apps.demands.likeness import BANDS, PLUS, ROWS, TIMES, pairs

PLACES: Final = (
    "楼道 电梯间 地下室 单元门口 楼顶 北门 南门 东侧花坛 自行车棚 停车场 垃圾站 配电室".split()
)
#: What is wrong, in words of three people; what follows from it; what is wanted.
TROUBLES: Final = tuple(
    row.split("|")
    for row in (
        "声控灯坏了一直不亮|的灯不亮|照明坏了没人修",
        "下水管道堵塞污水外溢|下水堵了往外冒脏水|污水井满了流到路上",
        "屋面漏雨墙皮脱落|一下雨就漏水墙都湿了|防水坏了漏得厉害",
        "私家车占用消防通道|消防通道停满了车|有车堵着消防车进不来",
        "垃圾堆放多日无人清运|垃圾好几天没人收|垃圾桶满了臭气熏天",
        "暖气温度不达标|暖气不热家里很冷|供热不足只有十五度",
        "外墙保温层开裂脱落|外墙皮往下掉|墙面保温掉块砸到人",
        "私搭乱建占用公共绿地|有人圈地盖棚子|违建把绿地占了",
        "电动车飞线充电|从窗户拉线给电动车充电|飞线充电怕着火",
        "自来水发黄有异味|水龙头出来的水是黄的|自来水浑浊不能喝",
        "供电线路老化频繁跳闸|一开空调就跳闸|电线太旧总停电",
        "施工噪音扰民|一大早就施工吵得睡不着|工地夜里还在砸墙",
        "电梯经常停运|电梯坏了要爬楼|电梯三天两头出故障",
        "路面坑洼积水|路坏了下雨全是水|道路塌陷不好走",
        "树枝遮挡阳光压到电线|大树压着电线很危险|树该修剪了挡光",
        "物业报修无人处理|给物业打电话没人管|物业收费不干活",
    )
)
EFFECTS: Final = (
    "老人出行不便 孩子上学走路害怕 晚上看不清容易摔倒 夏天味道很大招苍蝇 影响一层住户正常生活"
    " 已经持续半个多月 打过几次电话都没有结果 邻居们意见很大 存在很大的安全隐患 冬天更严重"
).split()
WISHES: Final = (
    "希望尽快维修 请派人来看看 什么时候能解决 要求给个答复 能不能列入改造 盼望早日处理".split()
)


def texts(count: int, chance: random.Random) -> tuple[list[str], list[tuple[int, ...]]]:
    """Return demands, and of which parts each is made."""
    parts = [_parts(chance) for _n in range(count)]
    return [_said(one, chance) for one in parts], parts


def _parts(chance: random.Random) -> tuple[int, ...]:
    pick = chance.randrange
    return (
        pick(1, 60), pick(1, 9), pick(len(PLACES)), pick(len(TROUBLES)), pick(len(EFFECTS)),
        pick(len(EFFECTS)), pick(len(WISHES)),
    )  # fmt: skip


def _said(parts: Sequence[int], chance: random.Random) -> str:
    house, stairs, place, trouble, first, second, wish = parts
    where = f"{house}号楼{stairs}单元{PLACES[place]}"
    clauses = [EFFECTS[first], EFFECTS[second], WISHES[wish]]
    return "，".join([where + chance.choice(TROUBLES[trouble]), *clauses])


def paraphrase(parts: Sequence[int], chance: random.Random) -> str:
    """Say a demand as somebody else would: other words, another order, something left out."""
    house, stairs, place, trouble, first, second, wish = parts
    digits = "〇一二三四五六七八九"
    floor = digits[stairs] if chance.random() < 0.5 else str(stairs)
    where = f"{house}号楼{floor}单元{chance.choice(('', '的'))}{PLACES[place]}"
    clauses = [EFFECTS[second], EFFECTS[first], WISHES[wish]]
    del clauses[chance.randrange(len(clauses))]
    return "，".join([where + chance.choice(TROUBLES[trouble]), *clauses])


class Exhaustive:
    """Every text as numbers of its pairs, one behind the other."""

    def __init__(self, said: Sequence[str]) -> None:
        import numpy as np

        codes = [sorted({crc32(pair.encode()) for pair in pairs.__wrapped__(one)}) for one in said]
        self.sizes = np.array([len(one) for one in codes], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.codes = np.fromiter((code for one in codes for code in one), dtype=np.uint64)

    def likenesses(self, text: str) -> Any:
        """Return how alike each text is to one."""
        import numpy as np

        asked = np.array(sorted({crc32(one.encode()) for one in pairs(text)}), dtype=np.uint64)
        shared = np.add.reduceat(np.isin(self.codes, asked).astype(np.int64), self.starts)
        return shared / (self.sizes + len(asked) - shared)

    def bands(self) -> Any:
        """Return the bands of every text, as `bands_of` gives them."""
        import numpy as np

        mask = np.uint64((1 << 63) - 1)
        found = np.empty((BANDS, len(self.sizes)), dtype=np.int64)
        for band in range(BANDS):
            mixed = np.full(len(self.sizes), band + 1, dtype=np.uint64)
            for row in range(band * ROWS, (band + 1) * ROWS):
                hashed = (self.codes * np.uint64(TIMES[row]) + np.uint64(PLUS[row])) >> np.uint64(
                    32
                )
                mixed = (mixed ^ np.minimum.reduceat(hashed, self.starts)) * np.uint64(MIX)
                mixed ^= mixed >> np.uint64(29)
            found[band] = (mixed & mask).astype(np.int64)
        return found


MIX: Final = 0x9E3779B97F4A7C15
