#include "ui/widgets/tab_stops.h"

#include "ui/widgets/secret_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <gtest/gtest.h>

using namespace mend::ui;

TEST(TabStops, FollowTheLayoutAndNotTheOrderOfMaking) {
    QWidget window;
    auto* last = new QPushButton(&window);
    auto* first = new QPushButton(&window);
    auto* inner = new QPushButton;
    auto* area = new QScrollArea(&window);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inner);
    auto* line = new QHBoxLayout(&window);
    line->addWidget(first);
    line->addWidget(new QLabel(QStringLiteral("words")));
    line->addWidget(area);
    line->addWidget(last);
    window.show();
    EXPECT_EQ(tabStops(window), (QList<QWidget*>{first, inner, last}));
    auto* late = new QPushButton;
    line->insertWidget(1, late);
    late->show();
    EXPECT_EQ(tabStops(window), (QList<QWidget*>{first, late, inner, last}));
}

TEST(TabStops, LeaveOutWhatCannotBeUsed) {
    QWidget window;
    auto* line = new QHBoxLayout(&window);
    auto* hidden = new QPushButton;
    auto* disabled = new QPushButton;
    auto* clicked = new QPushButton;
    auto* field = new SecretField(QStringLiteral("Passphrase"));
    for (QWidget* each : {static_cast<QWidget*>(hidden), static_cast<QWidget*>(disabled),
                          static_cast<QWidget*>(clicked), static_cast<QWidget*>(field)})
        line->addWidget(each);
    disabled->setEnabled(false);
    clicked->setFocusPolicy(Qt::ClickFocus);
    window.show();
    hidden->hide();
    const QList<QWidget*> stops = tabStops(window);
    ASSERT_FALSE(stops.isEmpty());
    EXPECT_EQ(stops.first(), field->edit());
    for (QWidget* left : {hidden, disabled, clicked})
        EXPECT_FALSE(stops.contains(left));
}

TEST(TabStops, GoRoundTheEnd) {
    QWidget window;
    EXPECT_EQ(tabStopBeside(window, nullptr, true), nullptr);
    auto* line = new QHBoxLayout(&window);
    auto* first = new QPushButton;
    auto* last = new QPushButton;
    line->addWidget(first);
    line->addWidget(last);
    window.show();
    EXPECT_EQ(tabStopBeside(window, nullptr, true), first);
    EXPECT_EQ(tabStopBeside(window, nullptr, false), last);
    EXPECT_EQ(tabStopBeside(window, first, true), last);
    EXPECT_EQ(tabStopBeside(window, last, true), first);
    EXPECT_EQ(tabStopBeside(window, first, false), last);
}

TEST(TabStops, WhatWasHiddenLeavesTheFocusNear) {
    QWidget window;
    auto* line = new QHBoxLayout(&window);
    auto* before = new QPushButton;
    auto* card = new QWidget;
    line->addWidget(before);
    line->addWidget(card);
    auto* column = new QHBoxLayout(card);
    auto* form = new QLineEdit;
    auto* instead = new QPushButton;
    column->addWidget(form);
    column->addWidget(instead);
    window.show();
    form->hide();
    EXPECT_EQ(tabStopBeside(window, form, true), instead);
}
