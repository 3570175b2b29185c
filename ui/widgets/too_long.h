#pragma once
// Says below a field why its text can't be saved: it is longer than what it is for can hold.
// Nothing while it fits. The text itself is left alone.

#include "ui/widgets/wrap_label.h"

namespace mend::ui {

class GrowingTextEdit;

class TooLong : public WrapLabel {
    Q_OBJECT
public:
    /// `field` has a byte limit, and outlives it or goes with it.
    explicit TooLong(GrowingTextEdit* field);

private:
    void say(GrowingTextEdit& field);
};

} // namespace mend::ui
