#include "ui/window/in_front.h"

#include <QDialog>
#include <QEventLoop>
#include <QTimer>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

// What runs in front ends as soon as it may: for a drag that is what QDrag::cancel() does.
class Loop : public QEventLoop {
public:
    void runWith(const std::function<void()>& first) {
        QTimer::singleShot(0, this, [this, first] {
            first();
            quit();
        });
        exec();
    }
};

void runProgram(const std::function<void(QEventLoop&)>& first) {
    QEventLoop program;
    QTimer::singleShot(0, &program, [&] { first(program); });
    QTimer::singleShot(10'000, &program, &QEventLoop::quit);
    program.exec();
}

} // namespace

// Its words are a draft where Mend locks, and discarded where it is closed.
TEST(InFront, AFormStaysOpenWhereTextIsDraggedInIt) {
    QDialog form;
    form.open();
    bool stands = false;
    runProgram([&](QEventLoop& program) {
        Loop().runWith([&] {
            onceNothingRunsInFront(&form, [&] {
                stands = form.isVisible();
                program.quit();
            });
            EXPECT_TRUE(form.isVisible());
        });
    });
    EXPECT_TRUE(stands);
}

TEST(InFront, ADialogueThatRunsIsClosed) {
    QDialog question;
    bool came = false;
    runProgram([&](QEventLoop& program) {
        QTimer::singleShot(0, &question, [&] {
            onceNothingRunsInFront(&program, [&] {
                came = true;
                program.quit();
            });
            EXPECT_FALSE(came) << "not while it runs";
        });
        EXPECT_EQ(question.exec(), QDialog::Rejected);
    });
    EXPECT_TRUE(came);
}
