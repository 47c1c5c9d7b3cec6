"""ReportLab would run what it finds in ~/.reportlab_settings, ~/.reportlab_mods and wherever modules are looked for.

They are taken for read, and for empty, before any module of this room imports it.
"""

import sys
from types import ModuleType

for name in ("reportlab_settings", "reportlab_mods"):
    sys.modules.setdefault(name, ModuleType(name))
