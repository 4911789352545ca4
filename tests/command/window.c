/* SPDX-License-Identifier: MIT */
/* window.c: looks at the windows of a display for the command tests, and does what a hand does.
 *
 * window count          how many can be seen
 * window title          what the newest of them is called
 * window shot FILE.png  what is seen in it
 * window key NAME       a key is pressed in it (X11's names: Right, space, q)
 * window close          the button of its frame is pressed */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Display *display;

static void
die(const char *what)
{
    fprintf(stderr, "window: %s\n", what);
    exit(1);
}

/* Meanwhile the server listens to nobody else, or one of them could go away. */
static int
count(Window *newest)
{
    Window root, parent, *all = NULL;
    unsigned n = 0;
    int seen = 0;

    XGrabServer(display);
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &all, &n);
    for (unsigned i = 0; i < n; i++) {
        XWindowAttributes a;
        if (!XGetWindowAttributes(display, all[i], &a) || a.map_state != IsViewable)
            continue;
        *newest = all[i];
        seen++;
    }
    if (all)
        XFree(all);
    XUngrabServer(display);
    XSync(display, False);
    return seen;
}

static void
print_title(Window id)
{
    Atom type;
    int format;
    unsigned long n = 0, left;
    unsigned char *text = NULL;

    XGetWindowProperty(display, id, XInternAtom(display, "_NET_WM_NAME", False), 0, 1000, False,
                       AnyPropertyType, &type, &format, &n, &left, &text);
    printf("%s\n", text ? (char *)text : "");
    XFree(text);
}

static void
take_shot(Window id, const char *path)
{
    XWindowAttributes a;
    XGetWindowAttributes(display, id, &a);
    XImage *image =
        XGetImage(display, id, 0, 0, (unsigned)a.width, (unsigned)a.height, AllPlanes, ZPixmap);
    size_t pixels = (size_t)a.width * (size_t)a.height;
    unsigned char *rgb = malloc(pixels * 3);
    if (!image || !rgb)
        die("no picture");
    for (size_t i = 0; i < pixels; i++) {
        unsigned long p = XGetPixel(image, (int)(i % (size_t)a.width), (int)(i / (size_t)a.width));
        for (int k = 0; k < 3; k++)
            rgb[3 * i + (size_t)k] = (unsigned char)(p >> (16 - 8 * k));
    }
    png_image head = {.version = PNG_IMAGE_VERSION,
                      .width = (png_uint_32)a.width,
                      .height = (png_uint_32)a.height,
                      .format = PNG_FORMAT_RGB};
    if (!png_image_write_to_file(&head, path, 0, rgb, 0, NULL))
        die(head.message);
    free(rgb);
    XDestroyImage(image);
}

static void
press_key(Window id, const char *name)
{
    KeyCode code = XKeysymToKeycode(display, XStringToKeysym(name));
    XEvent event = {.xkey = {.type = KeyPress, .window = id, .keycode = code}};
    event.xkey.root = DefaultRootWindow(display);
    if (!code)
        die("no such key");
    XSendEvent(display, id, False, KeyPressMask, &event);
}

static void
press_button(Window id)
{
    XEvent event = {.xclient = {.type = ClientMessage, .window = id, .format = 32}};
    event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
    event.xclient.data.l[0] = (long)XInternAtom(display, "WM_DELETE_WINDOW", False);
    XSendEvent(display, id, False, NoEventMask, &event);
}

int
main(int argc, char **argv)
{
    Window id = None;
    const char *what = argc > 1 ? argv[1] : "";
    display = XOpenDisplay(NULL);
    if (!display)
        die("no display");
    int n = count(&id);
    if (strcmp(what, "count") == 0)
        printf("%d\n", n);
    else if (n == 0)
        die("no window");
    else if (strcmp(what, "title") == 0)
        print_title(id);
    else if (strcmp(what, "shot") == 0 && argc == 3)
        take_shot(id, argv[2]);
    else if (strcmp(what, "key") == 0 && argc == 3)
        press_key(id, argv[2]);
    else if (strcmp(what, "close") == 0)
        press_button(id);
    else
        die("count, title, shot FILE, key NAME or close");
    XCloseDisplay(display);
    return 0;
}
