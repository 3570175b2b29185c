#pragma once
// A hard moment: what set it off, how strong, what I need now. Private first, every time.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"
#include "ui/widgets/card.h"

class QComboBox;
class QPushButton;
class QRadioButton;

namespace mend::ui {

class BegunLine;
class GrowingTextEdit;
class KeptFold;
class ScaleSlider;
class WrapLabel;

class MomentCard : public Card {
    Q_OBJECT
public:
    explicit MomentCard(QWidget* parent = nullptr);

    void setState(const TodayState& state);
    /// What is half written, folded or not.
    MomentDraft draft() const;
    /// Something stands open in the form.
    bool isBegun() const;
    /// Opens the form, with what is folded, and gives it the focus.
    void start();
    /// An empty draft puts the form away.
    void setDraft(MomentDraft draft);
    /// Keeps it behind a line until it is gone on with.
    void fold(const MomentDraft& draft);
    /// Puts the form away and says how it went.
    void confirm(const QString& text);

Q_SIGNALS:
    void edited();
    void submitted();
    void discardWanted();
    void removeWanted(qint64 privateId);

private:
    void buildForm();
    void connectParts();
    void askNeeds();
    void showKept();
    QWidget* kept(QWidget* parent);
    void showForm(bool on);
    void sayWhatButtonsDo();
    void onEdited();

    TodayState m_state;
    QStringList m_needs; ///< as they are asked
    WrapLabel* m_intro;
    QPushButton* m_start;
    QWidget* m_form;
    GrowingTextEdit* m_text = nullptr;
    ScaleSlider* m_strength = nullptr;
    QComboBox* m_need = nullptr;
    QWidget* m_sharing = nullptr;
    QRadioButton* m_private = nullptr;
    QRadioButton* m_shared = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    BegunLine* m_begun;
    std::optional<MomentDraft> m_folded; ///< begun, and not to be seen
    KeptFold* m_kept;
};

} // namespace mend::ui
