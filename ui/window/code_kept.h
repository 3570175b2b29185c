#pragma once
// Whether the vault's recovery code was shown, and nobody has said yet that it is kept: Mend may
// lock while it stands there, and it is never shown again.

#include "core/workspace/workspace.h"
#include "ui/window/settings_keys.h"

namespace mend::ui {

inline bool isCodeUnkept(Workspace& workspace) {
    return workspace.setting(settings::codeUnkept()) == QByteArray("1");
}
// Where it can't be written down nothing else can: the pages say so.
inline void setCodeUnkept(Workspace& workspace, bool unkept) {
    if (unkept != isCodeUnkept(workspace))
        (void)workspace.setSetting(settings::codeUnkept(), unkept ? "1" : "0");
}

} // namespace mend::ui
