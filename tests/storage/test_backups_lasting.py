"""What is kept of the versions of a file, and for how long: for any history whatever."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from clocks import Clock
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.backups import DAYS, GUARDED, GUARDS, SAVES, Backups, Reason, Version, lasting

BEGIN = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
PAUSES = st.sampled_from((1, 60, 3_600, 20_000, 86_400, 300_000, 2_000_000)).map(lambda s: timedelta(seconds=s))
REASONS = st.sampled_from((Reason.SAVE,) * 5 + tuple(Reason))
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@st.composite
def histories(draw, most=80):
    """Versions, latest first, and a time after all of them; the days are those of some zone."""
    zone, time, versions = draw(ZONES), BEGIN, []
    for number, (pause, reason) in enumerate(draw(st.lists(st.tuples(PAUSES, REASONS), max_size=most))):
        time += pause
        versions.insert(0, Version(Path(str(number)), time, reason, 1, f"{number:064x}", number))
    return versions, (time + draw(PAUSES)).astimezone(zone)


def of(versions, *reasons):
    return [version for version in versions if version.reason in reasons]


def day(version, now):
    return version.time.astimezone(now.tzinfo).date()


@given(histories())
def test_the_last_saves_stay_however_old(history):
    versions, now = history
    assert set(of(versions, Reason.SAVE)[:SAVES]) <= lasting(versions, now)


@given(histories())
def test_of_each_of_the_last_days_the_last_save_stays(history):
    versions, now = history
    kept = lasting(versions, now)
    for ago in range(DAYS):
        wanted = now.date() - timedelta(days=ago)
        of_day = [save for save in of(versions, Reason.SAVE) if day(save, now) == wanted]
        assert set(of_day[:1]) <= kept


@given(histories())
def test_what_was_kept_before_something_risky_stays_for_a_month(history):
    versions, now = history
    guards = of(versions, Reason.MIGRATION, Reason.REPAIR, Reason.OVERWRITE)[:GUARDS]
    kept = lasting(versions, now)
    assert {guard for guard in guards if now - guard.time <= GUARDED} <= kept


@given(histories())
def test_nothing_stays_without_a_reason(history):
    versions, now = history
    kept, saves = lasting(versions, now), of(versions, Reason.SAVE)
    lasts = {day(save, now): save for save in reversed(saves)}
    for version in kept - set(saves[:SAVES]):
        if version.reason is Reason.SAVE:
            assert lasts[day(version, now)] == version
            assert (now.date() - day(version, now)).days < DAYS
        else:
            assert now - version.time <= GUARDED


@given(histories(), st.timedeltas(min_value=timedelta(days=-20_000), max_value=timedelta(days=20_000)))
def test_there_is_a_bound_however_wrong_the_clock(history, wrong):
    versions, now = history
    kept = lasting(versions, now + wrong)
    assert kept <= set(versions)
    assert len(of(kept, Reason.SAVE)) <= SAVES + DAYS
    assert len(kept) <= SAVES + DAYS + GUARDS


@given(histories(most=40))
def test_letting_go_each_time_leaves_the_same_as_letting_go_in_the_end(history):
    versions, now = history
    kept = []
    for version in reversed(versions):
        known = [version, *kept]
        lasts = lasting(known, version.time.astimezone(now.tzinfo))
        kept = [each for each in known if each in lasts]
    assert lasting(kept, now) == lasting(versions, now)


def test_a_history_on_the_disk_is_the_one_that_was_reckoned(tmp_path):
    clock, path, made = Clock(BEGIN), tmp_path / "dinner.journey", []
    backups = Backups(tmp_path / "backups", clock)
    for number in range(60):
        clock.go_on(hours=number % 11)
        reason = Reason.REPAIR if number % 7 == 0 else Reason.SAVE
        made.insert(0, backups.keep(path, "p1", b"%d" % number, reason))
    left = backups.versions(path)
    assert set(left) == lasting(made, clock.now)
    assert [backups.content(version) for version in left] == [b"%d" % (version.number - 1) for version in left]
