#pragma once
// How standard controls look: plain functions over tokens, called by MendStyle.

#include "ui/theme/button_kind.h"
#include "ui/theme/tokens.h"

#include <QStyleOption>

class QPainter;

namespace mend::ui {

/// A rounded box on whole pixels. Either colour may be invalid: no fill, no border.
void paintBox(QPainter& painter, const QRectF& rect, double corner, const QColor& fill,
              const QColor& border, double width = 1.0);
void paintFocusRing(QPainter& painter, const QRectF& rect, const Tokens& t);
/// An open arrow: Qt::DownArrow and the like.
void paintChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType arrow, const QColor& color);

void paintButton(QPainter& painter, const QStyleOption& option, ButtonKind kind, const Tokens& t);
/// Its words, while it is pointed at.
bool isUnderlined(const QStyleOption& option, ButtonKind kind);
QColor buttonText(const QStyleOption& option, ButtonKind kind, const Tokens& t);
void paintToolButton(QPainter& painter, const QStyleOption& option, const Tokens& t);
void paintField(QPainter& painter, const QStyleOption& option, const Tokens& t);
void paintCheck(QPainter& painter, const QStyleOption& option, const Tokens& t);
void paintRadio(QPainter& painter, const QStyleOption& option, const Tokens& t);
void paintTab(QPainter& painter, const QStyleOptionTab& option, const Tokens& t);
void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& t);
void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& t);
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const Tokens& t);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle,
                    const Tokens& t);

} // namespace mend::ui
