#include "ui/widgets/too_long.h"

#include "ui/widgets/growing_text_edit.h"

namespace mend::ui {

TooLong::TooLong(GrowingTextEdit* field) : WrapLabel({}, TextRole::Body, field->parentWidget()) {
    setTone(&Tokens::attention);
    setObjectName(QStringLiteral("tooLongFor-") + field->objectName());
    setText(tr("This is longer than fits here, so it can’t be saved as it is. Every word is still "
               "here: shorten it, or move a part to the journal."));
    connect(field, &GrowingTextEdit::overLimitChanged, this, [this, field] { say(*field); });
    say(*field);
}

// Who stands in the field with a screen reader hears it with the field.
void TooLong::say(GrowingTextEdit& field) {
    setVisible(field.isOverLimit());
    field.setAccessibleDescription(field.isOverLimit() ? text() : QString());
}

} // namespace mend::ui
