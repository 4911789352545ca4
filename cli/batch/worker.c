/* SPDX-License-Identifier: MIT */
/* worker.c: number in, picture painted, record out. */
#include "cli/batch/worker.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>

#include "cli/check/channel.h"
#include "cli/exit.h"
#include "cli/opt/signals.h"

struct worker {
    struct fp__painter *painter;
    int fd;
    struct fp__packet packet;
};

static const size_t without_text = offsetof(struct fp__packet, record.said.text);

bool
fp__packet_is_whole(const struct fp__packet *packet, size_t size)
{
    return size >= without_text && packet->record.said.length == size - without_text;
}

static bool
send_packet(const struct fp__packet *packet, int fd)
{
    return fp__channel_send(fd, packet, without_text + packet->record.said.length);
}

/* Every worker gives each kind once; the parent knows which it has told. */
static void
pass_on(void *data, enum fp_warning kind, const char *message)
{
    const struct worker *w = data;
    struct fp__packet packet = {.kind = FP__PACKET_WARNING, .warning = kind};
    struct fp__said *said = &packet.record.said;
    said->length = strnlen(message, sizeof said->text - 1) + 1;
    memcpy(said->text, message, said->length - 1);
    send_packet(&packet, w->fd);
}

/* What asks the whole job to end is for the parent to hear. The limit of CPU time is each process's
 * own. */
static void
listen(struct fp__signals *signals)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGTERM, &ignore, NULL);
    fp__signals_catch(signals);
}

static int
end(struct worker *w)
{
    struct fp__record *record = &w->packet.record;
    w->packet.kind = FP__PACKET_END;
    record->said.length = 0;
    return fp__painter_settle(w->painter, &record->memory) == FP_OK &&
                   send_packet(&w->packet, w->fd)
               ? 0
               : FP__EXIT_OUTPUT;
}

int
fp__worker_run(struct fp__painter *painter, int fd)
{
    struct worker w = {.painter = painter, .fd = fd};
    struct fp__signals signals;
    size_t picture;
    listen(&signals);
    fp_context_set_warning(painter->plan->ctx, pass_on, &w);
    fp__probe_begin(&painter->probe);
    while (fp__channel_receive(fd, &picture, sizeof picture)) {
        if (picture == FP__WORKER_END)
            return end(&w);
        w.packet.kind = FP__PACKET_RECORD;
        fp__painter_paint(painter, picture, &w.packet.record);
        if (!send_packet(&w.packet, fd))
            break;
    }
    return 0;
}
