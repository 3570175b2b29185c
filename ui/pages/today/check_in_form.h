#pragma once
// The check-in of one's own role, or of the one it was begun in, to fill in: scales that start
// unset, feelings, texts, the day's ticks, and how it is shared. Keeps what it was given and
// doesn't ask (a tick of a step that is not worked on any more), so that an edit loses nothing.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace mend::ui {

class GrowingTextEdit;
class ScaleSlider;
class ShareChoice;
class TagPicker;
class WrapLabel;

class CheckInForm : public QWidget {
    Q_OBJECT
public:
    explicit CheckInForm(QWidget* parent = nullptr);

    /// Asks what the state asks; what was typed stays.
    void ask(const TodayState& state);
    CheckInDraft draft() const;
    /// Not an edit.
    void setDraft(const CheckInDraft& draft);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void submitted();

private:
    /// Asks what goes with it; true if that is something else than before.
    bool askFor(const CheckInDraft& draft);
    void fill(const CheckInDraft& draft);
    void rebuild();
    void addScales(QVBoxLayout* column);
    void addFeelings(QVBoxLayout* column);
    void addTexts(QVBoxLayout* column);
    void addTicks(QVBoxLayout* column);
    void onEdited();
    bool isTooLong() const;
    void showLength();
    void showSharing();

    TodayState m_state;
    guide::Prompts m_prompts; ///< those asked
    bool m_asOther = false;   ///< in a role that isn't its author's any more
    QVBoxLayout* m_column;
    QWidget* m_asked = nullptr;
    ShareChoice* m_share;
    WrapLabel* m_tooLong;
    QStringList m_asks; ///< everything that is asked, to see whether it has changed
    QMap<Scale, ScaleSlider*> m_scales;
    TagPicker* m_feelings = nullptr;
    QMap<CheckInText, GrowingTextEdit*> m_texts;
    QMap<QString, QCheckBox*> m_ticks;
    CheckInDraft m_base; ///< as it was set; what isn't asked stays as it is here
    bool m_sharedBefore = false;
    bool m_setting = false;
};

} // namespace mend::ui
