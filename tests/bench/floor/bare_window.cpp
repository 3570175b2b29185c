// The floor of a start and of memory: a window of Mend's size with nothing in it.

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1100, 760);
    window.show();
    return app.exec();
}
