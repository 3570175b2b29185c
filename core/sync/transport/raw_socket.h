#pragma once
// The few things done to a socket below Qt: the preamble is read before Qt's buffer can swallow the
// ClientHello that may stand in the same segment.

#include <QByteArray>
#include <QtGlobal>

namespace mend::sync::raw {

enum class Read { Some, Nothing, Closed };
// Appends at most `most` bytes that are there now; never waits.
Read readNow(qintptr socket, qsizetype most, QByteArray& into);
void close(qintptr socket);
// As every connection of Mend's is: what is small goes out at once, and a silent other end is
// noticed after about 20 seconds.
void prepare(qintptr socket);

} // namespace mend::sync::raw
