// bench_start PROGRAM [ARGUMENT…]: starts it on $DISPLAY and prints the milliseconds until its
// window has been mapped and painted, as the X server saw it; then ends it. Nothing else may open
// windows there meanwhile.

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <xcb/damage.h>
#include <xcb/xcb.h>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;
constexpr int patience = 30'000; // Milliseconds.
constexpr int smallest = 200;    // Pixels. Smaller windows are a toolkit's own affair.

class Watcher {
public:
    Watcher() : connection_(xcb_connect(nullptr, nullptr)) {
        if (xcb_connection_has_error(connection_)) {
            std::fprintf(stderr, "There is no display.\n");
            std::exit(1);
        }
        const auto* root = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data;
        const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(connection_, root->root, XCB_CW_EVENT_MASK, &events);
        const auto* damage = xcb_get_extension_data(connection_, &xcb_damage_id);
        damageEvent_ = damage->first_event + XCB_DAMAGE_NOTIFY;
        std::free(xcb_damage_query_version_reply(
            connection_, xcb_damage_query_version(connection_, 1, 1), nullptr));
        xcb_flush(connection_);
    }
    ~Watcher() { xcb_disconnect(connection_); }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    // Waits until a window that was mapped has something painted in it. False: none in time.
    bool waitForPaint() {
        const auto end = Clock::now() + std::chrono::milliseconds(patience);
        while (Clock::now() < end) {
            while (auto* event = xcb_poll_for_event(connection_)) {
                const bool painted = look(*event);
                std::free(event);
                if (painted)
                    return true;
            }
            pollfd ready{xcb_get_file_descriptor(connection_), POLLIN, 0};
            poll(&ready, 1, 100);
        }
        return false;
    }

private:
    bool look(const xcb_generic_event_t& event) {
        const int type = event.response_type & 0x7f;
        if (type == XCB_CREATE_NOTIFY) {
            const auto& created = reinterpret_cast<const xcb_create_notify_event_t&>(event);
            xcb_damage_create(connection_, xcb_generate_id(connection_), created.window,
                              XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
            xcb_flush(connection_);
        } else if (type == XCB_MAP_NOTIFY) {
            mapped_ = reinterpret_cast<const xcb_map_notify_event_t&>(event).window;
        } else if (type == damageEvent_) {
            const auto& damage = reinterpret_cast<const xcb_damage_notify_event_t&>(event);
            return damage.drawable == mapped_ && damage.area.width >= smallest &&
                   damage.area.height >= smallest;
        }
        return false;
    }

    xcb_connection_t* connection_;
    int damageEvent_;
    xcb_window_t mapped_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return 2;
    Watcher watcher;
    const auto from = Clock::now();
    pid_t program = 0;
    if (posix_spawn(&program, argv[1], nullptr, nullptr, argv + 1, environ) != 0)
        return 1;
    const bool painted = watcher.waitForPaint();
    const std::chrono::duration<double, std::milli> took = Clock::now() - from;
    kill(program, SIGTERM);
    waitpid(program, nullptr, 0);
    if (!painted)
        return 1;
    std::printf("%.3f\n", took.count());
    return 0;
}
