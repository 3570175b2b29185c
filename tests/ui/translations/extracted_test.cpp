// Every string of the window can be translated: the tool that translators use finds each tr() of
// the sources, under the name by which the running program asks for it.

#include "core/workspace/opening.h"
#include "tests/support/page_walk.h"
#include "tests/support/two_workspaces.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/theme/theme.h"
#include "ui/window/help_page.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"
#include "ui/window/session.h"

#include <QApplication>
#include <QDirIterator>
#include <QKeySequence>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>
#include <gtest/gtest.h>
#include <set>

using namespace mend;
using namespace mend::ui;

namespace {

const QString mark = QStringLiteral("\u27e6"); // before everything that was translated

struct Extracted {
    QString said; // by the tool
    qsizetype places = 0;
    std::set<std::pair<QString, QString>> messages; // where, and the English words
};

void readMessages(QIODevice& file, Extracted& extracted) {
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"location")
            ++extracted.places;
        else if (xml.name() == u"source")
            extracted.messages.insert({context, xml.readElementText()});
    }
}

Extracted extract() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("all.ts"));
    QProcess tool;
    tool.setWorkingDirectory(QStringLiteral(MEND_SOURCE_DIR));
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral(MEND_LUPDATE),
               {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
                QStringLiteral("absolute"), QStringLiteral("-extensions"), QStringLiteral("cpp,h"),
                QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), file});
    tool.waitForFinished(120'000);
    Extracted extracted;
    extracted.said = QString::fromUtf8(tool.readAll());
    QFile messages(file);
    if (messages.open(QIODevice::ReadOnly))
        readMessages(messages, extracted);
    return extracted;
}

const Extracted& extracted() {
    static const Extracted once = extract();
    return once;
}

qsizetype callsInSources() {
    static const QRegularExpression call(QStringLiteral("\\btr\\("));
    qsizetype calls = 0;
    for (const char* part : {"/ui", "/app"}) {
        QDirIterator files(QStringLiteral(MEND_SOURCE_DIR) + QLatin1String(part),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                calls += QString::fromUtf8(file.readAll()).count(call);
        }
    }
    return calls;
}

// Translates what was extracted by putting the mark before it, and nothing else.
class Marking : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int) const override {
        const std::pair key(QString::fromUtf8(context), QString::fromUtf8(source));
        return extracted().messages.contains(key) ? mark + key.second : QString();
    }
    bool isEmpty() const override { return false; }
};

// The words of Mend's own that bear no mark. What a person wrote or the guide says has none.
QStringList unmarked(const QWidget& page, const QStringList& notOurs) {
    QStringList words;
    for (const QString& each : test::wordsOf(page))
        if (!each.contains(mark) && !notOurs.contains(each) &&
            each.contains(QRegularExpression(QStringLiteral("\\p{L}{2,}"))))
            words << each;
    words.removeDuplicates();
    return words;
}

QStringList textsIn(const QString& folder) {
    QStringList texts;
    static const QRegularExpression quoted(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString json = QString::fromUtf8(file.readAll());
        for (auto found = quoted.globalMatch(json); found.hasNext();)
            texts << found.next().captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\""));
    }
    return texts;
}

// Days of the week, keys, and the parts of a tab bar.
QStringList ofQt() {
    QStringList words{QStringLiteral("Scroll Left"), QStringLiteral("Scroll Right")};
    for (int day = 1; day <= 7; ++day)
        words << QLocale().dayName(day, QLocale::ShortFormat);
    for (const QKeySequence& keys :
         {QKeySequence(Qt::CTRL | Qt::Key_L), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
          QKeySequence(Qt::CTRL | Qt::Key_N), QKeySequence(Qt::CTRL | Qt::Key_Return),
          QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_Z),
          QKeySequence(Qt::Key_Escape)})
        words << keys.toString(QKeySequence::NativeText);
    return words;
}

class EveryPage : public testing::Test {
protected:
    EveryPage() { QCoreApplication::installTranslator(&marking); }
    ~EveryPage() override { QCoreApplication::removeTranslator(&marking); }

    const QString guideFolder = QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en");
    Marking marking;
    Theme theme{*qApp};
    guide::Guide texts = *guide::Guide::load(*guide::readFiles(guideFolder));
    QStringList notOurs =
        textsIn(guideFolder) + QStringList{QStringLiteral("Mend"), QStringLiteral("Sam")} + ofQt();
};

} // namespace

TEST(Translations, EveryCallInTheSourcesIsFound) {
    EXPECT_FALSE(extracted().messages.empty()) << extracted().said.toStdString();
    EXPECT_EQ(extracted().places, callsInSources());
    for (const char* trouble : {"unknown namespace", "without context", "Q_OBJECT", "cannot"})
        EXPECT_FALSE(extracted().said.contains(QLatin1String(trouble)))
            << extracted().said.toStdString();
}

// A typewriter's apostrophe between two letters; the window has the printer's, ’.
TEST(Translations, ApostrophesAreCurly) {
    static const QRegularExpression straight(QStringLiteral("\\p{L}'\\p{L}|%\\d'\\p{L}"));
    ASSERT_FALSE(extracted().messages.empty()) << extracted().said.toStdString();
    QStringList found;
    for (const auto& [where, words] : extracted().messages)
        if (words.contains(straight))
            found << where + QStringLiteral(": ") + words;
    const QStringList guide = textsIn(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
    ASSERT_FALSE(guide.isEmpty());
    found << guide.filter(straight);
    EXPECT_EQ(found.join(u'\n').toStdString(), "");
}

TEST_F(EveryPage, OfTheGateIsTranslated) {
    const WelcomePage welcome;
    EXPECT_EQ(unmarked(welcome, notOurs), QStringList());
    const UnlockPage unlock;
    unlock.findChild<QPushButton*>(QStringLiteral("toRecovery"))
        ->click(); // its form is there only then
    EXPECT_EQ(unmarked(unlock, notOurs), QStringList());
}

TEST_F(EveryPage, OfAnUnlockedMendIsTranslated) {
    test::OneWorkspace one(Role::Hurt);
    MainWindow window(texts);
    const Session session(std::move(one.workspace), {window,
                                                     theme,
                                                     texts,
                                                     one.clock,
                                                     {QStringLiteral("127.0.0.1"), {}, false},
                                                     QStringLiteral("~")});
    notOurs << QStringLiteral("Mend " MEND_VERSION);
    for (const QString& id : window.navigation()->pages())
        EXPECT_EQ(unmarked(*window.navigation()->page(id), notOurs).join(u'\n').toStdString(), "")
            << id.toStdString();
    const HelpPage help(texts.marks());
    EXPECT_EQ(unmarked(help, notOurs), QStringList());
}
