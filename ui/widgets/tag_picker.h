#pragma once
// Words to choose from, as chips: any number of them, in any order. Tab enters at one chip, arrows
// go between them, Space toggles. Each is a check box to the accessibility bus.

#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QList>
#include <QStringList>

namespace mend::ui {

class FlowLayout;

struct Tag {
    QString id;   ///< what is stored: "hopeful"
    QString text; ///< what is read
};

class TagChip : public QCheckBox {
    Q_OBJECT
public:
    explicit TagChip(const Tag& tag, QWidget* parent = nullptr);
    const QString& id() const { return m_id; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    QString m_id;
};

class TagPicker : public QWidget {
    Q_OBJECT
public:
    explicit TagPicker(const QString& name, QWidget* parent = nullptr);

    void setTags(const QList<Tag>& tags);
    /// Ids that are not offered are dropped.
    void setSelected(const QStringList& ids);
    /// In the order in which the tags are offered.
    QStringList selected() const;

Q_SIGNALS:
    void selectionChanged(const QStringList& ids);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enterAt(TagChip* chip);
    bool moveFrom(TagChip* chip, int key);

    FlowLayout* m_flow;
    QList<TagChip*> m_chips;
};

} // namespace mend::ui
