"""A window without people: what it asks is answered by a script, and what it tells is kept."""

from desktop.dialogs.questions import Answer


class Script:
    """Answers to a window's questions; `told` are its sentences, `asked` what it asked about unsaved changes."""

    def __init__(self):
        self.file = None
        self.target = None
        self.answer = Answer.CANCEL
        self.wish = None
        self.reverting = False
        self.told = []
        self.asked = []
        self.suggested = []
        self.pictures = []
        self.cut = None
        self.cropped = []

    def which_file(self, folder):
        return self.file

    def save_where(self, suggested, suffix):
        self.suggested.append(suggested.name)
        return self.target

    def save_changes(self, title):
        self.asked.append(title)
        return self.answer

    def may_revert(self, name):
        self.asked.append(name)
        return self.reverting

    def which_pictures(self, folder):
        return self.pictures

    def crop(self, image, before):
        self.cropped.append((image.width(), image.height(), before))
        return self.cut

    def poster(self):
        return self.wish

    def tell(self, sentence):
        self.told.append(sentence)


class Home:
    """The program around a window; keeps what it was asked for."""

    author = "Ada"

    def __init__(self):
        self.opened = []
        self.remembered = []
        self.left = []
        self.started = 0
        self.shown = []
        self.quitted = 0

    def open_start(self):
        self.started += 1

    def show_preferences(self):
        self.shown.append("preferences")

    def show_about(self):
        self.shown.append("about")

    def open_path(self, path):
        self.opened.append(path)

    def remember(self, path):
        self.remembered.append(path)

    def leave(self, window):
        self.left.append(window)

    def quit(self):
        self.quitted += 1
