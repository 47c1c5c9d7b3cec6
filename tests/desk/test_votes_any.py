"""Whatever is done with votes: nothing is lost, nothing secret is told, all can be undone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from looking import desk_on

from desktop.canvas.heat import HeatMarks
from desktop.desk.votes import Votes
from desktop.desk.votetable import table
from desktop.document import counting
from desktop.document.checks import check
from desktop.document.edits.cards import remove_cards

PLACE = st.integers(0, 30)
DEEDS = st.one_of(
    st.tuples(st.just("cast"), PLACE, st.sampled_from((1, 1, 1, -1))),
    st.tuples(st.just("set_tally"), PLACE, st.integers(0, 9)),
    st.tuples(st.just("grade"), PLACE, st.integers(0, 5)),
    st.tuples(st.just("show_result"), st.booleans()),
    st.tuples(st.just("turn_to"), st.integers(0, 4)),
    st.tuples(st.just("change"), st.integers(0, 4)),
    st.tuples(st.sampled_from(("vote_again", "take_over", "take_back", "forget"))),
)


def begun(form, *, secret):
    votes = Votes(desk_on(), lambda: "2026-03-04")
    choices = votes.choices()
    votes.open(choices[votes.likely(choices)].cards, form=form, people=3, secret=secret)
    return votes


def do(votes, deed, *wishes):
    """One deed, on whichever of the cards there is."""
    if votes.ballot is None:
        return
    cards = [entry.card.id for entry in votes.entries]
    if deed in ("cast", "set_tally", "grade") and cards:
        card, wish = cards[wishes[0] % len(cards)], wishes[1]
        votes.grade(card, severity=wish, frequency=wish) if deed == "grade" else getattr(votes, deed)(card, wish)
    elif deed == "change":
        votes.change(people=wishes[0])
    elif deed == "forget" and cards:
        votes.desk.attempt("away", lambda project: remove_cards(project, votes.desk.map_id, cards[:1]))
    elif deed in ("show_result", "turn_to", "vote_again", "take_over", "take_back"):
        getattr(votes, deed)(*wishes)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(("dots", "pain")), st.booleans(), st.lists(DEEDS, max_size=12))
def test_all_of_it_can_be_undone(form, secret, deeds):
    votes = begun(form, secret=secret)
    desk = votes.desk
    start = desk.session.undoable.before
    for deed in deeds:
        do(votes, *deed)
    while desk.undo() is not None:
        assert [entry.card.id for entry in votes.entries] or votes.ballot is None or not votes.ballot.options
    assert desk.project is start
    assert votes.ballot is None


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(("dots", "pain")), st.lists(DEEDS, max_size=12))
def test_what_is_there_is_always_sound(form, deeds):
    votes = begun(form, secret=False)
    before = {(one.code, one.path) for one in check(votes.desk.project, ())}
    for deed in deeds:
        do(votes, *deed)
    assert not [one for one in check(votes.desk.project, ()) if (one.code, one.path) not in before
                and one.code.partition(".")[0] in ("option", "ballot")]  # fmt: skip
    for ballot in votes.ballots:
        assert {tally.card for tally in ballot.tallies} <= set(ballot.options)
        assert counting.votes_in(ballot) >= 0


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(("dots", "pain")), st.lists(DEEDS, max_size=12))
def test_what_is_secret_is_told_nowhere(form, deeds):
    votes = begun(form, secret=True)
    marks = HeatMarks(votes)
    for deed in deeds:
        do(votes, *deed)
        if votes.hidden:
            assert table(votes) == ""
            assert votes.tie == ()
            assert not any(mark.number or mark.share or mark.tied for mark in marks.marks)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(PLACE, st.sampled_from((1, 1, -1))), max_size=15))
def test_the_order_is_that_of_the_votes(casts):
    votes = begun("dots", secret=False)
    expected = dict.fromkeys(votes.ballot.options, 0)
    for place, by in casts:
        card = votes.ballot.options[place % len(expected)]
        votes.cast(card, by)
        expected[card] = max(0, expected[card] + by)
    votes.show_result()
    assert [entry.standing.votes for entry in votes.entries] == sorted(expected.values(), reverse=True)
    assert {entry.card.id: entry.standing.votes for entry in votes.entries} == expected
    assert votes.progress.given == sum(expected.values())
