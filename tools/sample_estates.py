"""Estates of the made-up district, drawn one after another."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Final, TypeVar

from jiugai.kernel.coordinates import Datum, convert
from tools.sample_district import NAME, STREETS, Place, Street, place_in

SEED: Final = 110199
ESTATES: Final = 420

T = TypeVar("T")
Value = str | int | float | None
Row = dict[str, Value]

COLUMNS: Final = tuple(
    """
    小区编号 小区名称 区划代码 区县 街道 社区 建成年代 建筑面积(㎡) 楼栋数 户数 居民数
    老年人口占比 经度 纬度 坐标系 结构类型 产权性质 管理方式 抗震节能改造情况 节能达标率 危房鉴定
    基础类投资(万元) 完善类投资(万元) 提升类投资(万元) 社会资本(万元) 诉求件数 同意率 业主组织
    物业企业 护栏拆除同意率 必做 最早年份 最晚年份
    """.split()
)
FIRST: Final = tuple(
    """
    云朵 萤火 风铃 纸鸢 月牙 彩虹 蒲公英 橘灯 布谷 喜鹊 松果 麦穗 银杏叶 向日葵 小满 谷雨 白露 惊蛰
    春分 秋分 蜻蜓 刺猬 瓢虫 雪人 摇篮 陀螺 积木 墨水瓶 书签 灯塔 帆船 邮筒 石磨 水车 棉花糖 星星草
    """.split()
)
LAST: Final = tuple("里 东里 西里 南里 北里 小区 新村 家园 花园 大院 苑 南苑".split())
FIRMS: Final = ("云朵物业", "萤火物业", "风铃物业", "松果物业", "灯塔物业", "水车物业")

#: (first year, last year, out of a hundred)
ERAS: Final = (
    (1955, 1965, 8),
    (1966, 1979, 15),
    (1980, 1989, 40),
    (1990, 2000, 29),
    (2001, 2008, 8),
)


class Maker:
    """Draws one estate after another."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def estate(self, number: int, name: str) -> Row:
        """Return a ledger row with everything filled in."""
        street = STREETS[number % len(STREETS)]
        year = self._year()
        buildings = min(18, max(1, round(self.random.lognormvariate(1.28, 0.62))))
        households = sum(self._households(year) for _building in range(buildings))
        area = round(households * self.random.uniform(*self._flat(year)))
        row: Row = {
            "小区编号": f"SF{number + 1:04d}",
            "小区名称": name,
            "建成年代": year,
            "建筑面积(㎡)": area,
            "楼栋数": buildings,
            "户数": households,
            "居民数": round(households * self.random.uniform(2.1, 2.9)),
            "老年人口占比": self._percent(0.16 + (2010 - year) * 0.0045, 0.05),
        }
        row |= self._where(street)
        row |= self._fabric(year)
        row |= self._state(year)
        row |= self._costs(row, area)
        row |= self._people(households, str(row["管理方式"]))
        return {column: row.get(column) for column in COLUMNS}

    def _year(self) -> int:
        first, last, _share = self._pick({era: era[2] for era in ERAS})
        return self.random.randint(first, last)

    def _households(self, year: int) -> int:
        return self.random.choice((24, 30, 36, 40) if year < 1990 else (30, 36, 48, 60))

    def _flat(self, year: int) -> tuple[float, float]:
        return (42, 58) if year < 1980 else (50, 66) if year < 1990 else (60, 82)

    def _where(self, street: Street) -> Row:
        community = self.random.randint(1, 8)
        place = self._shifted(place_in(street, self.random))
        return {
            "区划代码": f"{street.code}{community:03d}",
            "区县": NAME,
            "街道": street.name,
            "社区": f"{street.letter}{'一二三四五六七八'[community - 1]}社区",
            "经度": place[0],
            "纬度": place[1],
            "坐标系": "GCJ-02",
        }

    def _shifted(self, place: Place) -> Place:
        lon, lat = convert(*place, source=Datum.WGS84, target=Datum.GCJ02)
        return round(lon, 6), round(lat, 6)

    def _fabric(self, year: int) -> Row:
        if year < 1966:
            structure = self._pick({"砖木": 30, "砖混": 70})
        elif year < 1991:
            structure = self._pick({"砖混": 72, "装配式大板": 25, "框架": 3})
        else:
            structure = self._pick({"砖混": 45, "框架": 20, "剪力墙": 35})
        sold = 45 if year >= 1993 else 0
        ownership = self._pick(
            {
                "房改房": 45,
                "直管公房": 10 if year < 1990 else 2,
                "单位自管公房": 15,
                "商品房": sold,
                "中央单位产权": 6,
                "多产权": 6,
                "无产权单位": 3,
            }
        )
        managed = {
            "专业化物业服务": 70 if ownership == "商品房" else 28,
            "单位自管": 40 if "单位" in ownership else 8,
            "街道社区代管": 24,
            "业主自管": 6,
            "准物业管理": 14,
            "无物业管理": 12,
        }
        return {"结构类型": structure, "产权性质": ownership, "管理方式": self._pick(managed)}

    def _state(self, year: int) -> Row:
        retrofit = self._pick(
            {"未改造": 62, "部分完成": 14, "已完成": 24} if year < 1996 else {"未改造": 1}
        )
        rate = {"未改造": 0.22, "部分完成": 0.4, "已完成": 0.62}[retrofit] + max(
            0, year - 1990
        ) * 0.017
        old = max(0, 1985 - year)
        danger = {"无危房": 60, None: 34, "C级": 3 + old * 0.5, "D级": 0.5 + old * 0.12}
        return {
            "抗震节能改造情况": retrofit,
            "节能达标率": self._percent(rate, 0.06),
            "危房鉴定": self._pick(danger if retrofit != "已完成" else {"无危房": 80, None: 20}),
        }

    def _costs(self, row: Row, area: int) -> Row:
        """Return costs in 万元: yuan per ㎡ by state and size, dearer in small estates."""
        heavy = {"未改造": (320, 680), "部分完成": (220, 460), "已完成": (110, 240)}
        per_m2 = self.random.uniform(*heavy[str(row["抗震节能改造情况"])])
        per_m2 += {"C级": 160, "D级": 620}.get(str(row["危房鉴定"]), 0)
        small = 1.25 if area < 3000 else 1.0
        asked = self._wan(area * self.random.uniform(60, 260) * small)
        upgrading = None if self.random.random() < 0.24 else asked
        invested = self.random.random() < 0.34
        return {
            "基础类投资(万元)": self._wan(area * per_m2 * small),
            "完善类投资(万元)": None
            if self.random.random() < 0.1
            else self._wan(area * self.random.uniform(110, 340) * small),
            "提升类投资(万元)": upgrading,
            "社会资本(万元)": round(upgrading * self.random.uniform(0.2, 0.8), 2)
            if invested and upgrading
            else None,
        }

    def _people(self, households: int, managed: str) -> Row:
        body = self._pick({"业主委员会": 26, "物业管理委员会": 56, "未组建": 13, None: 5})
        firm: str | None = self.random.choice(FIRMS)
        if managed not in ("专业化物业服务", "准物业管理"):
            firm = self._pick({"无": 25, None: 35, str(firm): 40})
        guards = self._pick({1.0: 52, 0.9: 36, 0.0: 3, None: 9})
        partly = guards is not None and 0 < guards < 1
        return {
            "诉求件数": round(households * min(0.3, self.random.gammavariate(1.6, 0.035))),
            "同意率": self._percent(0.8, 0.1),
            "业主组织": body,
            "物业企业": firm,
            "护栏拆除同意率": self._percent(0.86, 0.07) if partly else _percent_text(guards),
        }

    def _percent(self, middle: float, spread: float) -> str:
        return f"{100 * min(0.99, max(0.02, self.random.gauss(middle, spread))):.1f}%"

    def _wan(self, yuan: float) -> float:
        return round(yuan / 10_000, 2)

    def _pick(self, shares: Mapping[T, float]) -> T:
        return self.random.choices(list(shares), weights=list(shares.values()))[0]


def _percent_text(share: float | None) -> str | None:
    return None if share is None else f"{share:.0%}"


def make_rows() -> list[Row]:
    """Return the sound rows, before anything is spoilt."""
    random = Random(SEED)  # noqa: S311 - a sample, no secret
    names = [first + last for first in FIRST for last in LAST]
    random.shuffle(names)
    maker = Maker(random)
    rows = [maker.estate(number, names[number]) for number in range(ESTATES)]
    _oblige(rows, random)
    return rows


def _oblige(rows: Sequence[Row], random: Random) -> None:
    """Make a few estates mandatory and give others a window of years."""
    ready = [
        row
        for row in rows
        if row["危房鉴定"] in ("C级", "D级")
        and int(str(row["建成年代"])) <= 2000
        and row["抗震节能改造情况"] == "未改造"
        and int(str(row["户数"])) < 90
    ]
    for row in ready[:6]:
        row |= {"必做": "是", "业主组织": "物业管理委员会", "物业企业": FIRMS[0]}
        row |= {"护栏拆除同意率": "100%", "同意率": "95.0%"}
    free = [row for row in rows if row["必做"] is None]
    for row in random.sample(free, 30):
        row["最早年份"] = random.choice((2027, 2028))
    for row in random.sample([row for row in free if row["最早年份"] is None], 14):
        row["最晚年份"] = random.choice((2026, 2027))
