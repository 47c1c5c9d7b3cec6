"""Points of a canvas to press on, other than cards."""

from PySide6.QtCore import QPoint


def middle(canvas, thing):
    """The middle of a header, a label or a marker where it stands on the map."""
    return within(canvas, thing, 0.5, 0.5)


def within(canvas, thing, across, down):
    """A point of a thing's box, by shares of its width and height."""
    rect = canvas.scene.hits.rect(thing)
    return window(canvas, rect.x + rect.width * across, rect.y + rect.height * down)


def window(canvas, x, y):
    """A point of the map in the window."""
    return QPoint(*map(round, canvas.view.to_window(x, y)))


def right_edge(canvas, step):
    """The edge between a step's header and the next one's."""
    rect = canvas.scene.hits.rect(step)
    return window(canvas, rect.right, rect.y + rect.height / 2)


def lower_edge(canvas, lane):
    """The lower edge of a lane's label."""
    rect = canvas.scene.hits.rect(lane)
    return window(canvas, rect.x + rect.width / 2, rect.bottom)


def lane_of(canvas, kind):
    """The id of the first lane of a kind."""
    return next(row.lane.id for row in canvas.scene.layout.rows if row.lane.kind == kind)


def marker_of(canvas, step, series=0):
    """The id of the marker that the n-th persona has at the step of this number."""
    column = canvas.scene.layout.columns[step]
    places = (place for row in canvas.scene.layout.rows for place in row.content.markers)
    return next(place.marker.id for place in places if (place.marker.step, place.series) == (column.step.id, series))


def cell(canvas, kind, step, down=0.9):
    """A point in a cell, so far down."""
    row = next(row for row in canvas.scene.layout.rows if row.lane.kind == kind)
    column = canvas.scene.layout.columns[step]
    return window(canvas, column.x + column.width / 2, row.y + row.height * down)


def order(canvas):
    """The titles of stages, of steps and of lanes as the canvas shows them."""
    layout = canvas.scene.layout
    stages = [place.stage.title for place in layout.stage_places]
    return stages, [column.step.title for column in layout.columns], [row.lane.title for row in layout.rows]


def stages(canvas):
    return order(canvas)[0]


def steps(canvas):
    return order(canvas)[1]


def lanes(canvas):
    return order(canvas)[2]
