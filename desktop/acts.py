"""The one table of actions: what each is called, where it stands, which keys do it, and what of the window it calls."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.desk.lens import FACETS
from desktop.document.kinds import CARD_KINDS, LANE_KINDS, OTHER_KINDS, STATUSES


@dataclass(frozen=True, slots=True)
class Act:
    """A menu entry: its words are `action.ID` in the catalogue, `handler` is what of the window does it,
    such as `save` or `arrange.remove`.

    shortcuts: the first is the one shown. top: where it stands in the top row, from the left; 0 for not at all.
    needs: what there must be to do it to, in words of `desktop.desk.concern.abilities`, or nothing.
    on_map: its shortcuts work only where the map has the focus, for keys that mean something else in fields and lists.
    at: the context menus that hold it: card marker link stage step lane cell paper tab panel.
    each: a list of CHOICES; the entry is a menu of them, and the handler is told which. Its shortcut opens the menu.
    checked: the ability by which it is ticked; the handler is told whether it shall be. “-” when it ticks itself.
    """

    id: str
    group: str
    handler: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    top: int = 0
    needs: str = ""
    at: str = ""
    each: str = ""
    checked: str = ""
    on_map: bool = False


THINGS = "card marker link stage step lane"
CHOICES: dict[str, dict[str, str]] = {
    "kind": {kind.key: f"kind.{kind.key}" for kind in CARD_KINDS},
    "place": {kind.key: f"kind.{kind.key}" for kind in (*CARD_KINDS, *OTHER_KINDS)},
    "link": {kind: f"link.{kind}" for kind in ("leads", "loops", "answers", "tests")},
    "lane": {kind: f"lane.{kind}" for kind in LANE_KINDS},
    "empty": {"": "empty.nothing", "–": "empty.none", "?": "empty.unasked"},
    "status": {status: f"tab.{status}" for status in STATUSES},
    "facet": {facet: f"facet.{facet}" for facet in FACETS},
}
"""What an entry may be a menu of: the keys, and the codes of their words."""

LETTERS = {kind.key: kind.letter.upper() for kind in (*CARD_KINDS, *OTHER_KINDS) if kind.letter}
"""The key after F4 that does the same as an entry of “kind” and of “place”."""

FILE = (
    Act("new", "file", "new_window", ("Ctrl+N",)),
    Act("open", "file", "files.open", ("Ctrl+O",), "open"),
    Act("save", "save", "files.save", ("Ctrl+S",), "save", 3),
    Act("save_as", "save", "files.save_as", ("Ctrl+Shift+S",)),
    Act("save_copy", "save", "files.save_copy", ("Ctrl+Alt+S",)),
    Act("add_file", "save", "workshop.joining.ask", ("Ctrl+Alt+M",)),
    Act("clean_copy", "save", "workshop.handing.show", ("Ctrl+Alt+O",)),
    Act("revert", "save", "files.revert", ("Ctrl+Alt+R",)),
    Act("versions", "save", "show_versions", ("Ctrl+Alt+H",), "history"),
    Act("findings", "save", "repairs.show", ("Ctrl+Alt+F",)),
    Act("brand", "save", "dressing.show", ("Ctrl+Alt+B",)),
    Act("export_pdf", "export", "prints.pdf", ("Ctrl+P",), needs="map"),
    Act("export_svg", "export", "prints.svg", ("Ctrl+Shift+E",), needs="map"),
    Act("export_png", "export", "prints.png", ("Ctrl+Alt+E",), needs="map"),
    Act("recover", "program", "recover", ("Ctrl+Alt+U",)),
    Act("preferences", "program", "preferences", ("Ctrl+,",)),
    Act("close", "quit", "close", ("Ctrl+W",)),
    Act("quit", "quit", "quit", ("Ctrl+Q",)),
)
EDIT = (
    Act("find", "search", "workshop.find.call", ("Ctrl+F",), "search", needs="map"),
    Act("replace", "search", "workshop.find.call_replace", ("Ctrl+H",), needs="map"),
    Act("commands", "search", "workshop.commands.call", ("Ctrl+K",)),
    Act("undo", "history", "undo", ("Ctrl+Z",), "undo", 1),
    Act("redo", "history", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", 2),
    Act("cut", "clipboard", "clipboard.cut", ("Ctrl+X",), "cut", needs="thing", at=THINGS),
    Act("copy", "clipboard", "clipboard.copy", ("Ctrl+C",), "copy", needs="thing", at=THINGS),
    Act("paste", "clipboard", "clipboard.paste", ("Ctrl+V",), "paste", needs="map", at=f"{THINGS} cell paper"),
    Act("paste_as", "clipboard", "clipboard.paste_as", ("Ctrl+Shift+V",), needs="map", at="cell paper"),
    Act("copy_png", "picture", "clipboard.copy_png", ("Ctrl+Shift+C",), needs="map", at=THINGS),
    Act("copy_svg", "picture", "clipboard.copy_svg", ("Ctrl+Alt+C",), needs="map"),
    Act("remove", "things", "arrange.remove", ("Del", "Backspace"), "delete", needs="thing", at=THINGS, on_map=True),
    Act("duplicate", "things", "arrange.duplicate", ("Ctrl+D",), "duplicate", needs="thing", at=THINGS),
    Act("rename", "text", "structure.rename", ("Shift+F2",), at="stage step lane"),
    Act("select_all", "select", "selecting.all", ("Ctrl+A",), needs="map", at="paper cell"),
    Act("select_none", "select", "selecting.none", ("Ctrl+Shift+A",), needs="map"),
    Act("select_lane", "select", "selecting.in_lane", ("Alt+A",), needs="lane", at="lane"),
    Act("select_step", "select", "selecting.in_step", ("Alt+Shift+A",), needs="step", at="step"),
    Act("select_stage", "select", "selecting.in_stage", ("Ctrl+Alt+A",), needs="stage", at="stage"),
    Act("select_next", "select", "selecting.next", ("Alt+N",), needs="map"),
    Act("select_previous", "select", "selecting.previous", ("Alt+Shift+N",), needs="map"),
)
INSERT = (
    Act("place", "cards", "palette_panel.place", ("Ctrl+I",), needs="map", at="cell", each="place"),
    Act("insert_picture", "cards", "picturing.insert", ("Ctrl+Alt+I",), "picture", needs="map", at="cell"),
    Act("add_stage_before", "stages", "structure.add_stage_before", ("Alt+Shift+S",), needs="map", at="stage"),
    Act("add_stage_after", "stages", "structure.add_stage_after", ("Alt+S",), needs="map", at="stage paper"),
    Act("add_step_before", "steps", "structure.add_step_before", ("Alt+Shift+D",), needs="map", at="step"),
    Act("add_step_after", "steps", "structure.add_step_after", ("Alt+D",), needs="map", at="step stage paper"),
    Act("add_lane_above", "lanes", "rows.add_above", ("Alt+Shift+L",), needs="map", at="lane", each="lane"),
    Act("add_lane_below", "lanes", "rows.add_below", ("Alt+L",), needs="map", at="lane paper", each="lane"),
    Act("add_persona", "project", "workshop.rosters.persona", ("Alt+1",), needs="map"),
    Act("add_goal", "project", "workshop.rosters.goal", ("Alt+2",), needs="map"),
    Act("add_task", "project", "workshop.rosters.task", ("Alt+3",), needs="map"),
    Act("add_metric", "project", "workshop.rosters.metric", ("Alt+4",), needs="map"),
)
ARRANGE = (
    Act("convert", "kind", "arrange.convert", ("Shift+F4",), needs="card", at="card", each="kind"),
    Act("star", "kind", "arrange.star", ("Alt+T",), "star", needs="marker", at="marker"),
    Act("crop_picture", "kind", "picturing.crop", ("Ctrl+Shift+R",), needs="picture", at="card"),
    Act("connect", "links", "linking.connect", ("Ctrl+L",), "link", needs="card", at="card"),
    Act("disconnect", "links", "linking.disconnect", ("Ctrl+Shift+K",), "unlink", needs="thing", at="card link"),
    Act("reverse", "links", "linking.reverse", ("Ctrl+Alt+K",), needs="thing", at="link"),
    Act("link_kind", "links", "linking.kind", ("Ctrl+Alt+L",), needs="thing", at="link", each="link"),
    Act("split_stage", "columns", "structure.split_stage", ("Alt+Shift+K",), needs="step", at="step"),
    Act("merge_stages", "columns", "structure.merge_stages", ("Alt+Shift+M",), needs="stage", at="stage"),
    Act("split_step", "columns", "structure.split_step", ("Alt+K",), needs="step", at="step"),
    Act("merge_steps", "columns", "structure.merge_steps", ("Alt+M",), needs="step", at="step"),
    Act("mark_empty", "rows", "rows.mark_empty", ("Alt+E",), needs="lane", at="lane cell", each="empty"),
    Act("lock_lanes", "rows", "rows.lock", ("Ctrl+Shift+L",), needs="lane", at="lane", checked="locked"),
    Act("hide_lanes", "rows", "rows.hide", ("Alt+H",), needs="lane", at="lane"),
    Act("show_lanes", "rows", "views.show_lanes", ("Alt+Shift+H",), needs="hidden", at="lane paper"),
    Act("group_lanes", "rows", "rows.group", ("Ctrl+G",), needs="lanes", at="lane"),
    Act("ungroup_lanes", "rows", "rows.ungroup", ("Ctrl+Shift+G",), needs="group", at="lane"),
)
VIEW = (
    Act("zoom_out", "zoom", "canvas.zoom_out", ("Ctrl+-",), "minus"),
    Act("zoom_in", "zoom", "canvas.zoom_in", ("Ctrl++", "Ctrl+="), "plus"),
    Act("zoom_actual", "zoom", "canvas.zoom_actual", ("Ctrl+1",)),
    Act("fit", "zoom", "canvas.fit", ("Ctrl+0",), "fit", at="paper"),
    Act("filter", "views", "views.ask_filter", ("Ctrl+Shift+F",), "filter", 4, needs="map", at="paper"),
    Act("only_like", "views", "views.only", ("Alt+O",), needs="thing", at="card marker", each="facet"),
    Act("fold_stages", "views", "views.fold_stages", ("Alt+F",), "fold", needs="stage", at="stage step"),
    Act("fold_groups", "views", "views.fold_groups", ("Alt+G",), needs="group", at="lane"),
    Act("unfold_all", "views", "views.unfold_all", ("Alt+Shift+F",), "unfold", needs="map"),
    Act("clear_view", "views", "views.clear", ("Alt+Shift+O",), "eye", needs="map", at="paper"),
    Act("saved_views", "views", "views.ask_view", ("Alt+V",), needs="map"),
    Act("next_view", "views", "views.apply_next", ("Alt+Shift+V",), needs="map"),
    Act("save_view", "views", "views.ask_name", ("Ctrl+Alt+V",), needs="map"),
    Act("show_outline", "panels", "docks.show_outline", ("F9",), "outline", 5, at="panel", checked="-"),
    Act("show_palette", "panels", "docks.show_palette", ("F7",), "palette", 6, at="panel", checked="-"),
    Act("show_inspector", "panels", "docks.show_inspector", ("F8",), "inspector", 7, at="panel", checked="-"),
    Act("history", "panels", "workshop.history.call", ("Ctrl+Shift+H",), at="panel"),
    Act("touch_mode", "panels", "workshop.touch.toggle", ("Ctrl+Alt+Y",), at="panel"),
    Act("inspect", "panels", "docks.enter_inspector", ("F6",), at="panel"),
    Act("go_outline", "panels", "docks.enter_outline", ("Shift+F6",), at="panel"),
)
MAPS = (
    Act("new_map", "maps", "add_map", ("Ctrl+T",), at="tab"),
    Act("rename_map", "maps", "tabs.rename", ("Ctrl+F2",), needs="map", at="tab"),
    Act("map_status", "maps", "maps.call", ("Ctrl+Alt+T",), needs="map", at="tab", each="status"),
    Act("duplicate_map", "maps", "maps.duplicate", ("Ctrl+Shift+T",), needs="map", at="tab"),
    Act("duplicate_ideal", "maps", "maps.duplicate_as_ideal", ("Ctrl+Shift+I",), needs="map", at="tab"),
    Act("remove_map", "maps", "maps.remove", ("Ctrl+Shift+Del",), needs="maps", at="tab"),
    Act("next_map", "tabs", "maps.show_next", ("Ctrl+Tab", "Ctrl+PgDown"), needs="maps"),
    Act("previous_map", "tabs", "maps.show_previous", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), needs="maps"),
    Act("move_map_left", "tabs", "maps.move_left", ("Ctrl+Shift+PgUp",), needs="maps", at="tab"),
    Act("move_map_right", "tabs", "maps.move_right", ("Ctrl+Shift+PgDown",), needs="maps", at="tab"),
)
WORKSHOP = (
    Act("scribe", "scribe", "workshop.scribe.toggle", ("F3",), needs="map", at="cell"),
    Act("scribe_inbox", "scribe", "workshop.scribe.switch_inbox", ("Ctrl+F3",), needs="map"),
    Act("scribe_paper", "scribe", "workshop.scribe.switch_paper", ("Alt+F3",), needs="map"),
    Act("photos", "scribe", "workshop.photos.call", ("Ctrl+Alt+P",), needs="map"),
    Act("photos_choose", "scribe", "workshop.photos.choose", ("Ctrl+Alt+Shift+P",), needs="map"),
    Act("photos_keep", "scribe", "workshop.photos.keep", ("Ctrl+Alt+Shift+I",), needs="map"),
    Act("tray", "inbox", "workshop.inbox.call", ("Shift+F9",), needs="map", at="panel"),
    Act("to_inbox", "inbox", "workshop.inbox.stow", ("Alt+I",), needs="card", at="card"),
    Act("park", "inbox", "workshop.inbox.park", ("Alt+P",), needs="card", at="card"),
    Act("run_show", "show", "workshop.run.call", ("F5",), needs="map"),
    Act("show_toggle", "show", "workshop.run.toggle", ("Shift+F5",), needs="map"),
    Act("show_next", "show", "workshop.run.next", ("Ctrl+F5",), needs="map"),
    Act("show_back", "show", "workshop.run.back", ("Ctrl+Shift+F5",), needs="map"),
    Act("show_skip", "show", "workshop.run.skip", ("Alt+Shift+F5",), needs="map"),
    Act("show_extend", "show", "workshop.run.extend", ("Ctrl+5",), needs="map"),
    Act("show_stop", "show", "workshop.run.stop", ("Ctrl+Alt+5",), needs="map"),
    Act("votes", "votes", "workshop.voting.show", ("F12",), needs="map"),
    Act("votes_turn", "votes", "workshop.voting.turn", ("Shift+F12",), needs="map"),
    Act("votes_again", "votes", "workshop.voting.again", ("Ctrl+F12",), needs="map"),
    Act("votes_take", "votes", "workshop.voting.take_over", ("Ctrl+Shift+F12",), needs="map"),
    Act("votes_save", "votes", "workshop.voting.export", ("Alt+F12",), needs="map"),
    Act("votes_copy", "votes", "workshop.voting.copy", ("Alt+Shift+F12",), needs="map"),
    Act("room_mode", "room", "workshop.room.toggle", ("F11",), needs="map"),
    Act("room_frame", "room", "workshop.room.frame", ("Ctrl+F11",), needs="map"),
    Act("projector", "room", "workshop.room.project", ("Shift+F11",)),
    Act("projector_follow", "room", "workshop.room.follow", ("Ctrl+Shift+F11",), needs="map"),
    Act("focus_whole", "room", "workshop.room.focus_whole", ("Ctrl+Alt+1",), needs="map"),
    Act("focus_stage", "room", "workshop.room.focus_stage", ("Ctrl+Alt+2",), needs="map"),
    Act("focus_lane", "room", "workshop.room.focus_lane", ("Ctrl+Alt+3",), needs="map"),
    Act("focus_cell", "room", "workshop.room.focus_cell", ("Ctrl+Alt+4",), needs="map"),
    Act("room_size", "room", "workshop.room.measure", ("Alt+F11",)),
    Act("snapshot", "snapshots", "workshop.snapshots.take", ("Ctrl+Alt+N",), needs="map"),
    Act("snapshots", "snapshots", "workshop.snapshots.show", ("Ctrl+Alt+D",), needs="map"),
    Act("changes_since", "snapshots", "workshop.since.toggle", ("Ctrl+Shift+U",), needs="map", at="paper"),
)
IMPROVE = (
    Act("feedback_import", "feedback", "improvement.feedback.bring_in", ("Ctrl+F6",), needs="map"),
    Act("feedback", "feedback", "improvement.feedback.show", ("Ctrl+F7",), needs="map", at="panel"),
    Act("test_results", "feedback", "improvement.feedback.bring_in", ("Alt+F6",), needs="map"),
    Act("compute_curve", "curve", "improvement.curve.compute", ("Ctrl+Shift+M",), needs="map", at="lane"),
    Act("participants", "curve", "improvement.curve.participants", ("Ctrl+Shift+B",), needs="map", at="lane"),
    Act("show_gap", "curve", "improvement.curve.gap", ("Alt+B",), needs="maps", at="lane", checked="gap"),
    Act("coverage", "evidence", "improvement.counsel.coverage", ("Ctrl+F9",), needs="map", at="panel"),
    Act("only_known", "evidence", "improvement.counsel.only_known", ("Alt+F9",), needs="map", at="paper"),
    Act("backlog", "backlog", "improvement.backlog.show", ("Ctrl+F8",), needs="map", at="paper"),
    Act("tactics", "backlog", "improvement.backlog.show_tactics", ("Alt+F8",), needs="map"),
    Act("fill_next", "backlog", "improvement.backlog.fill_next", ("Shift+F8",), needs="opportunities"),
    Act("link_opportunity", "backlog", "improvement.backlog.link", ("Alt+Shift+F8",), needs="opportunity"),
    Act("backlog_csv", "backlog", "improvement.backlog.save_csv", ("Ctrl+Shift+F8",), needs="plans"),
    Act("backlog_xlsx", "backlog", "improvement.backlog.save_xlsx", ("Ctrl+Shift+X",), needs="plans"),
    Act("print_backlog", "backlog", "improvement.backlog.print_out", ("Ctrl+Alt+F8",), needs="map"),
    Act("personas", "people", "improvement.people.edit", ("Ctrl+Alt+X",), at="panel"),
    Act("measures", "people", "improvement.measures.edit", ("Ctrl+Alt+Q",), at="panel"),
    Act("compare_maps", "ideal", "improvement.ideal.compare", ("Ctrl+Alt+G",), needs="map", at="tab"),
    Act("ideal_news", "ideal", "improvement.ideal.news", ("Ctrl+Alt+W",), needs="map", at="tab"),
    Act("coach", "review", "improvement.counsel.coach", ("Ctrl+F10",), needs="map", at="panel"),
    Act("review", "review", "improvement.counsel.review", ("Alt+F10",), needs="map", at="panel"),
)
HELP = (
    Act("keys", "help", "show_keys", ("F1",), "help", 8),
    Act("scribe_grammar", "help", "workshop.scribe.show_grammar", ("Shift+F3",)),
    Act("project_menu", "help", "show_menu", ("F10",)),
    Act("about", "help", "about", ("Ctrl+F1",)),
    Act("context_menu", "help", "menus.at_selection", ("Shift+F10",)),
)
ACTS = (*FILE, *EDIT, *INSERT, *ARRANGE, *VIEW, *MAPS, *WORKSHOP, *IMPROVE, *HELP)
MENUS: dict[str, tuple[str, ...]] = {
    "file": ("file", "save", "export", "program", "quit"),
    "edit": ("history", "clipboard", "picture", "text", "things", "select", "search"),
    "insert": ("cards", "stages", "steps", "lanes", "project"),
    "arrange": ("kind", "links", "columns", "rows"),
    "view": ("zoom", "views", "panels"),
    "maps": ("maps", "tabs"),
    "workshop": ("scribe", "inbox", "show", "votes", "room", "snapshots"),
    "improve": ("feedback", "curve", "evidence", "backlog", "ideal", "people", "review"),
    "help": ("help",),
}
"""The menus with the groups in each, from the top; groups are parted by a line."""


def of_group(group: str) -> Iterable[Act]:
    """The group's rows of the table."""
    return (act for act in ACTS if act.group == group)
