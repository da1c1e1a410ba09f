"""Questions of the open interfaces: several in one message, some planned once."""

from threading import Event, Thread
from time import sleep

import psycopg
import pytest
from django.db import connection

from jiugai.apps.accounts.message import Question, all_of
from jiugai.apps.accounts.rows import scope
from tests.apps.apart import apart

__all__ = ["apart"]
END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'jiugai_app'"
NUMBER = Question("SELECT %s::int + 1", [41], often=True)


def test_every_question_of_a_message_is_answered_in_its_order(db):
    assert all_of(Question("SELECT %s::text", ["甲'里\\"]), NUMBER, NUMBER) == [
        [("甲'里\\",)],
        [(42,)],
        [(42,)],
    ]


def test_what_is_asked_often_is_prepared_once_in_a_connection(db):
    all_of(NUMBER), all_of(NUMBER)

    known = Question("SELECT statement FROM pg_prepared_statements")
    assert sum("$1::int + 1" in one for (one,) in all_of(known)[0]) == 1


def test_a_message_is_one_transaction_whose_scope_ends_with_it(apart):
    low = Question("SELECT current_setting('jiugai.low', true)")

    inside, after = all_of(Question("SELECT set_config('jiugai.low', '11', true)"), low)

    assert (inside, after) == ([("11",)], [("11",)])
    assert all_of(low) in ([[("",)]], [[(None,)]])


def test_a_wrong_question_is_an_error_and_the_next_one_is_answered(apart):
    with pytest.raises(psycopg.errors.UndefinedColumn):
        all_of(Question("SELECT 1"), Question("SELECT nothing_of_the_sort"))

    assert all_of(NUMBER) == [[(42,)]]


def test_a_connection_that_was_ended_is_opened_again(apart):
    all_of(NUMBER)
    apart.execute(END)

    assert all_of(NUMBER) == [[(42,)]]


def test_a_connection_that_forgot_what_was_prepared_is_told_again(apart):
    all_of(NUMBER)
    connection.connection.execute("DEALLOCATE ALL")

    assert all_of(NUMBER) == [[(42,)]]


def test_inside_a_scope_a_connection_that_was_ended_is_an_error(apart):
    def ask_after_the_end():
        with scope("11"):
            apart.execute(END)
            all_of(NUMBER)

    with pytest.raises(psycopg.OperationalError):
        ask_after_the_end()


def test_other_threads_go_on_while_the_database_works(apart):
    started, answered = Event(), Event()

    def ask():
        started.set()
        all_of(Question("SELECT pg_sleep(1)"))
        answered.set()
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    started.wait()
    sleep(0.2)
    was_free = not answered.is_set()
    thread.join()

    assert was_free
