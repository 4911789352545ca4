/* SPDX-License-Identifier: MIT */
/* events_x11.c: what happens to windows: keys, new sizes, the close button. */
#include <errno.h>
#include <string.h>

#include <X11/Xutil.h>
#include <X11/keysym.h>

#include "core/door.h"
#include "core/object.h"
#include "core/status.h"
#include "render/screen_x11.h"
#include "render/window_x11.h"

bool
fp__window_x11_any(struct fp_context *ctx)
{
    const struct fp__screen *s = fp__screen_of(ctx);

    return s && s->windows;
}

static int
key_of(XKeyEvent *event)
{
    static const struct {
        KeySym symbol;
        int key;
    } keys[] = {{XK_Left, FP_KEY_LEFT},
                {XK_Right, FP_KEY_RIGHT},
                {XK_Home, FP_KEY_HOME},
                {XK_End, FP_KEY_END},
                {XK_Escape, FP_KEY_ESCAPE}};
    char text[16];
    KeySym symbol = NoSymbol;

    XLookupString(event, text, sizeof text, &symbol, NULL);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].symbol == symbol)
            return keys[i].key;
    return symbol <= 0xff ? (int)symbol : 0; /* those are the characters of Latin-1 */
}

static bool
press(struct fp_figure *fig, XKeyEvent *event, const struct fp_window_ears *ears)
{
    bool control = event->state & ControlMask;
    int key = key_of(event);

    if (ears->key)
        return key && !control && ears->key(ears->data, fig, key);
    if (control ? key == 'w' : key == 'q')
        fp_close(fig);
    return false;
}

/* The figure follows at once, so that it is not shown with the size that it had. */
static void
resize(struct fp__x11_window *w, const XConfigureEvent *event)
{
    if (w->width == event->width && w->height == event->height)
        return;
    w->width = event->width;
    w->height = event->height;
    w->stale = fp_figure_set_size_pixels(w->fig, w->width, w->height) == FP_OK;
}

/* True when a key ends the wait. The figure is held: closing it may be its end. */
static bool
handle(struct fp__x11_window *w, XEvent *event, const struct fp_window_ears *ears)
{
    struct fp_figure *fig = fp_ref(w->fig);
    bool heard = false;

    if (event->type == KeyPress)
        heard = press(fig, &event->xkey, ears);
    else if (event->type == ConfigureNotify)
        resize(w, &event->xconfigure);
    else if (event->type == DestroyNotify)
        fp__screen_bury(w);
    else if (event->type == ClientMessage &&
             (Atom)event->xclient.data.l[0] == w->screen->atoms[FP__ATOM_DELETE])
        fp_close(fig);
    fp_unref(fig);
    return heard;
}

static bool
next_event(struct fp__screen *s, const struct fp_window_ears *ears)
{
    struct fp__x11_window *w = s->windows;
    XEvent event;

    XNextEvent(s->display, &event);
    if (event.type == MappingNotify)
        XRefreshKeyboardMapping(&event.xmapping);
    while (w && w->id != event.xany.window)
        w = w->next;
    return w && handle(w, &event, ears);
}

static enum fp_status
redraw(struct fp__screen *s)
{
    for (struct fp__x11_window *w = s->windows; w; w = w->next) {
        enum fp_status status = w->stale ? w->base.ops->present(&w->base, w->fig) : FP_OK;

        if (status != FP_OK) /* the window itself may be gone */
            return status;
    }
    return FP_OK;
}

static bool
pending(const struct fp__screen *s)
{
    return s && s->display && !s->lost && XPending(s->display) > 0;
}

/* Without windows it is the same wait, for nothing. */
enum fp_status
fp__window_x11_turn(struct fp_context *ctx, int milliseconds, const struct fp_window_ears *ears,
                    bool *heard)
{
    struct fp__screen *s = fp__screen_of(ctx);
    int fd = s && s->display ? ConnectionNumber(s->display) : -1;

    if (!pending(s) && fp__door_wait(fd, milliseconds) < 0 && errno != EINTR)
        return fp__fail(ctx, FP_ERR_OUTPUT,
                        "windows cannot be waited for: %s" FP__HINT "save the figure",
                        strerror(errno));
    while (!*heard && pending(s))
        *heard = next_event(s, ears);
    if (s && s->display && s->lost)
        return fp__screen_tell_loss(s);
    return s ? redraw(s) : FP_OK;
}
