from desktop.document.base import in_order
from desktop.document.cards import Pain, Promise
from desktop.document.journey import Link, Task
from desktop.method.backlog import UNJUDGED, Entry, backlog, by_grades, fill_next
from tests.grids import card, lane, project


def link(source, target, kind="answers"):
    return Link(id=f"{source}{target}", kind=kind, source=source, target=target)


def pain(number, severity=5, **fields):
    return card(number, "pain", pain=Pain(severity=severity), **fields)


def idea(number, impact=3, ease=3, **fields):
    fields = {"text": f"Idea {number}", **fields}
    return card(number, "opportunity", promise=Promise(impact=impact, ease=ease), **fields)


def entries(*cards, **fields):
    whole = project(lane(*cards, kind="opportunities"), **fields)
    return backlog(whole, whole.maps[0])


def filled(*cards, chosen=(), times=1, **fields):
    whole = project(lane(*cards, kind="opportunities"), **fields)
    for turn in range(times):
        ids = iter(f"t{turn}{number}" for number in range(9))
        whole = fill_next(whole, "m", chosen, new_id=lambda ids=ids: next(ids))
    return in_order(whole.maps[0].tasks)


def test_an_entry_knows_what_it_answers_the_worst_first():
    links = link("c3", "c1"), link("c3", "c2")
    entry = entries(pain(1, 2), pain(2, 4), idea(3), links=links)[0]
    assert [one.id for one in entry.pains] == ["c2", "c1"]
    assert entry.number == 1


def test_another_link_to_a_pain_point_is_no_answer():
    assert entries(pain(1), idea(2), links=(link("c2", "c1", "leads"),))[0].pains == ()


def test_an_entry_knows_its_tactics_and_experiments_whichever_way_they_are_linked():
    links = link("c1", "c2", "leads"), link("c3", "c1", "tests")
    entry = entries(idea(1), card(2, "tactic"), card(3, "experiment"), links=links)[0]
    assert [one.id for one in (*entry.tactics, *entry.experiments)] == ["c2", "c3"]


def test_a_test_of_its_tactic_is_a_test_of_it_and_none_counts_twice():
    links = link("c1", "c2", "leads"), link("c3", "c2", "tests"), link("c3", "c1", "tests")
    entry = entries(idea(1), card(2, "tactic"), card(3, "experiment"), links=links)[0]
    assert [one.id for one in entry.experiments] == ["c3"]


def test_links_to_other_kinds_are_left_out():
    entry = entries(idea(1), card(2, "touchpoint"), links=(link("c1", "c2", "leads"),))[0]
    assert (entry.pains, entry.tactics, entry.experiments) == ((), (), ())


def overdue(due, today, status=""):
    return Entry(idea(1, due=due, status=status), 9, 1).overdue(today)


def test_what_should_have_been_done_is_overdue():
    assert overdue("2026-12-01", "2026-12-02")
    assert not overdue("2026-12-01", "2026-12-01")


def test_a_month_is_over_when_the_next_begins():
    assert not overdue("2026-12", "2026-12-31")
    assert overdue("2026-12", "2027-01-01")


def test_what_is_done_dropped_or_never_due_is_not_overdue():
    assert not overdue("2026-12-01", "2027-01-01", "done")
    assert not overdue("2026-12-01", "2027-01-01", "dropped")
    assert not overdue("", "2027-01-01")


def test_next_gets_the_first_three_that_are_to_be_done():
    cards = [idea(number, number) for number in (1, 2, 3, 5)]
    assert [task.text for task in filled(*cards, idea(4, 4, status="done"))] == ["Idea 5", "Idea 3", "Idea 2"]


def test_next_gets_what_is_chosen():
    assert [task.text for task in filled(idea(1), idea(2, 5), chosen=("c1",))] == ["Idea 1"]


def test_a_line_says_who_until_when_and_what_it_answers():
    [task] = filled(pain(1), idea(2, text="Say\nit", owner="Kitchen", due="2026-12"), links=(link("c2", "c1"),))
    assert (task.text, task.owner, task.due, task.answers) == ("Say it", "Kitchen", "2026-12", "c1")


def test_numbered_lines_come_first():
    links = (link("c2", "c1"),)
    assert [task.text for task in filled(pain(1), idea(2, 1), idea(3, 5), links=links)] == ["Idea 2", "Idea 3"]


def test_filling_again_changes_nothing():
    cards = pain(1), idea(2, owner="Kitchen"), idea(3)
    links = (link("c2", "c1"), link("c3", "c1"))
    assert filled(*cards, links=links, times=2) == filled(*cards, links=links)


def test_a_line_in_other_words_is_known_by_its_pain_point():
    there = Task(id="t", text="By hand", owner="Ana", answers="c1")
    [task] = filled(pain(1), idea(2, due="2026-12-01"), links=(link("c2", "c1"),), tasks=(there,))
    assert (task.text, task.owner, task.due) == ("By hand", "Ana", "2026-12-01")


def test_the_line_of_another_opportunity_is_not_taken():
    there = Task(id="t", text="Idea 3", answers="c1")
    links = link("c2", "c1"), link("c3", "c1")
    found = filled(pain(1), idea(2), idea(3), links=links, tasks=(there,), chosen=("c2",))
    assert sorted(task.text for task in found) == ["Idea 2", "Idea 3"]


def test_what_is_done_is_ticked_off():
    there = Task(id="t", text="Idea 1")
    assert filled(idea(1, status="done"), tasks=(there,), chosen=("c1",))[0].done


def test_lines_of_others_stay():
    there = Task(id="t", text="Wash up")
    assert there in filled(idea(1), tasks=(there,))


def test_without_opportunities_nothing_is_filled():
    assert filled(pain(1)) == []


def test_what_nobody_judged_comes_last_in_next():
    assert [task.text for task in filled(idea(1, 0, 0), idea(2))] == ["Idea 2", "Idea 1"]


def test_entries_by_their_grades():
    found = by_grades(entries(idea(1, 5, 4), idea(2, 5, 4), idea(3, 0, 4), idea(4, 4, 0), card(5, "opportunity")))
    told = {grades: sorted(one.card.id for one in held) for grades, held in found.items()}
    assert told == {(5, 4): ["c1", "c2"], UNJUDGED: ["c3", "c4", "c5"]}
