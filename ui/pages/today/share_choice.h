#pragma once
// How a check-in is shared: just me, together, now; and whether the scales and ticks go with it.
// Nothing is pressed for: it starts at just me.

#include "core/domain/checkin.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;

namespace mend::ui {

class WrapLabel;

class ShareChoice : public QWidget {
    Q_OBJECT
public:
    explicit ShareChoice(QWidget* parent = nullptr);

    Share share() const;
    bool withScales() const;
    bool withTicks() const;
    /// None of the setters emits.
    void setShare(Share share);
    void setWith(bool scales, bool ticks);
    /// What there is that could go with it.
    void setOffered(bool scales, bool ticks);
    /// An edit of a shared one is shared as that was: only the ticks are asked.
    void setFixed(bool fixed);
    /// A line below the choice; empty: none.
    void setRemark(const QString& text);

Q_SIGNALS:
    void edited();

private:
    void buildChoices();
    void showTicks();

    QButtonGroup* m_choices;
    QWidget* m_choiceLines;
    QCheckBox* m_scales;
    QCheckBox* m_ticks;
    WrapLabel* m_remark;
    bool m_offerScales = true;
    bool m_offerTicks = true;
};

} // namespace mend::ui
