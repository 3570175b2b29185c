#pragma once
// The card of a commitment with real widgets, and hands for it.

#include "samples.h"
#include "ui/pages/commitments/commitment_card.h"
#include "ui/widgets/month_grid.h"

#include <QLabel>
#include <QPushButton>
#include <gtest/gtest.h>

namespace mend::test {

inline const QString sam = QStringLiteral("Sam");

struct Shown {
    Shown(ui::CommitmentCard::Kind kind, const CommitmentReading& commitment)
        : card(kind, commitment) {
        card.show(commitment, sunday, sam);
        card.resize(800, 400);
        static_cast<QWidget&>(card).show();
    }
    template <class T>
    T* child(const char* name) {
        return card.findChild<T*>(QLatin1String(name));
    }
    QString words(const char* name) { return child<QLabel>(name)->text(); }
    void press(const QString& text) {
        for (auto* button : card.findChildren<QAbstractButton*>())
            if (button->text() == text)
                button->click();
    }
    ui::MonthGrid* month() { return card.findChild<ui::MonthGrid*>(); }

    ui::CommitmentCard card;
};

inline CommitmentReading mine() {
    return reading(1, Person::Me, QStringLiteral("Home by 18:30"));
}

inline CommitmentReading theirs() {
    return reading(2, Person::Partner, QStringLiteral("Say it first"));
}

} // namespace mend::test
