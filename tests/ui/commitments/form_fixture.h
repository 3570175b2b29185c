#pragma once
// The form of a commitment with real widgets, and hands for it.

#include "samples.h"
#include "tests/support/page_walk.h"
#include "ui/pages/commitments/commitment_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {

struct CommitmentFormTest : testing::Test {
    CommitmentForm form;
    std::vector<CommitmentFields> made;

    void SetUp() override {
        form.setState(test::typicalState());
        QObject::connect(&form, &CommitmentForm::made, &form,
                         [this](const CommitmentFields& fields) { made.push_back(fields); });
    }
    template <class T>
    T* child(const char* name) {
        return form.findChild<T*>(QLatin1String(name));
    }
    void type(const QString& title) {
        child<QLineEdit>("formTitle")->clear();
        QTest::keyClicks(child<QLineEdit>("formTitle"), title);
    }
    void choose(const QString& text) { test::buttonSaying(form, text)->click(); }
    void chooseOffer(const char* step) {
        auto* offers = child<QComboBox>("formOffer");
        offers->setCurrentIndex(offers->findData(QString::fromLatin1(step)));
        Q_EMIT offers->activated(offers->currentIndex());
    }
    void save() { child<QPushButton>("formSave")->click(); }
};

} // namespace mend::ui
