"""A small made-up project as an office would hand it in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from jiugai.finance.sharing.read import Given, read_project
from jiugai.policy.law import law_of

BEIJING = law_of("110102", date(2022, 3, 1))
HOUSEHOLDS = """楼栋,单元,户号,楼层,建筑面积(㎡),产权人,提取公积金(元),使用维修资金(元)
1号楼,1单元,101,1,56.5,张建国,,
1号楼,1单元,102,1,61.2,李秀英,,
1号楼,1单元,201,2,56.5,王芳,,
1号楼,1单元,202,2,61.2,示范机械厂,,
1号楼,1单元,301,3,56.5,刘洋,,
2号楼,1单元,101,1,75,赵敏,,
"""
WORKS = """内容,类别,金额(元),范围,楼栋,单元,户号,分摊方式
屋面防水,基础类,120000,小区,,,,
楼内立管,完善类,36000,单元,1号楼,1单元,,户数
加装电梯,完善类,950000,单元,1号楼,1单元,,楼层
户内门窗,完善类,4800,户,2号楼,1单元,101,
"""
SHARES = """类别或内容,出资方,比例或金额
基础类,市级,60%
基础类,区级,30%
基础类,居民,10%
完善类,区级,1/3
完善类,产权单位,1/3
完善类,居民,1/3
加装电梯,市级,64万元
加装电梯,居民,其余
"""


def given(folder: Path, *, households=HOUSEHOLDS, works=WORKS, shares=SHARES, put_in=None):
    """Write the tables of a project and return where they are."""
    tables = {"住户": households, "内容": works, "比例": shares, "投入": put_in}
    paths = {}
    for name, text in tables.items():
        if text is not None:
            paths[name] = folder / f"{name}.csv"
            paths[name].write_text(text, encoding="utf-8")
    return Given(
        paths["住户"], paths["内容"], paths["比例"], paths.get("投入"), floors="even_steps"
    )


def project(folder: Path, *, floors="even_steps", area=None, voted=None, **tables):
    """Return a project as it was read."""
    return read_project(replace(given(folder, **tables), floors=floors, area=area, voted=voted))
