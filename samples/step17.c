/* SPDX-License-Identifier: MIT */
/* step17.c: counts, rings, weak references and the collector, on a small network of variables and
 * functions that computes gradients.
 *
 *     step17 [ROUNDS]     (100000)
 *
 * After step 17 of K. Saito, "Deep Learning from Scratch 3" (DeZero): a function holds its inputs
 * strongly and its outputs weakly, a variable holds the function that made it; so the graph has no
 * ring, and every round's variables die the moment the round ends. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <flatplot/flatplot.h>

enum { VALUES = 10000, STRONG_ROUNDS = 300, INPUTS = 2, FUNCTIONS = 16 };

/* --- part 1: plain objects -------------------------------------------------------------------- */

struct thing {
    struct fp_object base;
    struct thing *next;
};

static void
thing_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct thing *thing = (struct thing *)obj;

    if (thing->next)
        visit(&thing->next->base, arg);
}

static void
thing_clear(struct fp_object *obj)
{
    struct thing *thing = (struct thing *)obj;

    fp_unref(thing->next);
    thing->next = NULL;
}

static const struct fp_class thing_class = {.name = "thing",
                                            .size = sizeof(struct thing),
                                            .traverse = thing_traverse,
                                            .clear = thing_clear};

/* Memory is not what this program is about: without it, it ends. */
static void *
make(const struct fp_class *cls)
{
    void *obj = fp_object_create(NULL, cls);

    if (!obj) {
        fprintf(stderr, "step17: %s\n", fp_context_message(NULL));
        exit(4);
    }
    return obj;
}

/* Prints the count; true when it is the one that the text has. */
static int
show_count(const char *where, const struct thing *a, unsigned expected)
{
    printf("%-22s count %u\n", where, (unsigned)a->base.refs);
    return a->base.refs == expected;
}

static int
use(struct thing *a)
{
    int right = show_count("inside a call", a, 2);

    fp_unref(a);
    return right;
}

static int
show_counts(void)
{
    struct thing *a = make(&thing_class);
    struct fp_weak *weak = fp_weak_create(a);
    int right = show_count("a = thing()", a, 1);
    size_t alive;
    int dead;

    right &= use(fp_ref(a));
    right &= show_count("after the call", a, 1);
    fp_unref(a);
    alive = fp_live_count(NULL, &thing_class);
    dead = fp_weak_get(weak) == NULL;
    printf("a = None               alive %zu, the weak reference reads %s\n", alive,
           dead ? "dead" : "an object");
    fp_weak_destroy(weak);
    return right && alive == 0 && dead;
}

/* a → b → c, and c → a when it is to be a ring; only a, b and c themselves are given back. True
 * when counts alone free the chain and only the collector the ring. */
static int
show_three(int ring)
{
    struct thing *a = make(&thing_class), *b = make(&thing_class), *c = make(&thing_class);
    size_t before, freed = 0, alive;

    a->next = fp_ref(b);
    b->next = fp_ref(c);
    c->next = ring ? fp_ref(a) : NULL;
    fp_unref(a);
    fp_unref(b);
    fp_unref(c);
    alive = before = fp_live_count(NULL, &thing_class);
    if (ring) {
        freed = fp_gc_collect(NULL, 2);
        alive = fp_live_count(NULL, &thing_class);
    }
    printf("%s a → b → c%s alive %zu", ring ? "the ring " : "the chain", ring ? " → a" : "    ",
           before);
    if (ring)
        printf(", the collector frees %zu, alive %zu", freed, alive);
    printf("\n");
    return before == (ring ? 3 : 0) && freed == before && alive == 0;
}

/* --- part 2: variables and functions ---------------------------------------------------------- */

struct variable {
    struct fp_object base;
    double *data;
    double *grad; /* NULL until backward */
    struct function *creator;
    int generation;
};

struct function {
    struct fp_object base;
    struct variable *input[INPUTS];
    struct fp_weak *output;         /* as the text has it … */
    struct variable *strong_output; /* … or as it had it before, which makes a ring */
    int generation;
    void (*backward)(const struct function *f, const double *gy);
};

static void
variable_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct variable *v = (struct variable *)obj;

    if (v->creator)
        visit(&v->creator->base, arg);
}

static void
variable_clear(struct fp_object *obj)
{
    struct variable *v = (struct variable *)obj;

    fp_unref(v->creator);
    v->creator = NULL;
}

static void
variable_finalize(struct fp_object *obj)
{
    struct variable *v = (struct variable *)obj;

    fp_free(v->data);
    fp_free(v->grad);
}

static const struct fp_class variable_class = {.name = "variable",
                                               .size = sizeof(struct variable),
                                               .traverse = variable_traverse,
                                               .clear = variable_clear,
                                               .finalize = variable_finalize};

static void
function_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct function *f = (struct function *)obj;

    for (int i = 0; i < INPUTS; i++)
        if (f->input[i])
            visit(&f->input[i]->base, arg);
    if (f->strong_output)
        visit(&f->strong_output->base, arg);
}

static void
function_clear(struct fp_object *obj)
{
    struct function *f = (struct function *)obj;

    for (int i = 0; i < INPUTS; i++) {
        fp_unref(f->input[i]);
        f->input[i] = NULL;
    }
    fp_unref(f->strong_output);
    f->strong_output = NULL;
}

static void
function_finalize(struct fp_object *obj)
{
    fp_weak_destroy(((struct function *)obj)->output);
}

static const struct fp_class function_class = {.name = "function",
                                               .size = sizeof(struct function),
                                               .traverse = function_traverse,
                                               .clear = function_clear,
                                               .finalize = function_finalize};

static double *
make_values(void)
{
    double *values = fp_alloc_array(VALUES, sizeof *values);

    if (!values) {
        fprintf(stderr, "step17: out of memory\n");
        exit(4);
    }
    return values;
}

static struct variable *
make_variable(void)
{
    struct variable *v = make(&variable_class);

    v->data = make_values();
    return v;
}

static int keep_outputs_strongly;

/* A function over x (and z, or NULL) and the variable for its result, which is returned and owns
 * the function; the caller fills in its values. */
static struct variable *
apply(struct variable *x, struct variable *z,
      void (*backward)(const struct function *f, const double *gy))
{
    struct function *f = make(&function_class);
    struct variable *y = make_variable();

    f->input[0] = fp_ref(x);
    f->input[1] = fp_ref(z);
    f->generation = z && z->generation > x->generation ? z->generation : x->generation;
    f->backward = backward;
    if (keep_outputs_strongly)
        f->strong_output = fp_ref(y);
    else
        f->output = fp_weak_create(y);
    y->creator = f;
    y->generation = f->generation + 1;
    return y;
}

static void
add_gradient(struct variable *v, int i, double g)
{
    v->grad[i] += g;
}

static void
square_backward(const struct function *f, const double *gy)
{
    for (int i = 0; i < VALUES; i++)
        add_gradient(f->input[0], i, 2 * f->input[0]->data[i] * gy[i]);
}

static struct variable *
square(struct variable *x)
{
    struct variable *y = apply(x, NULL, square_backward);

    for (int i = 0; i < VALUES; i++)
        y->data[i] = x->data[i] * x->data[i];
    return y;
}

static void
add_backward(const struct function *f, const double *gy)
{
    for (int i = 0; i < VALUES; i++) {
        add_gradient(f->input[0], i, gy[i]);
        add_gradient(f->input[1], i, gy[i]);
    }
}

static struct variable *
add(struct variable *x, struct variable *z)
{
    struct variable *y = apply(x, z, add_backward);

    for (int i = 0; i < VALUES; i++)
        y->data[i] = x->data[i] + z->data[i];
    return y;
}

/* --- part 3: backward ------------------------------------------------------------------------- */

/* The functions that wait; the youngest generation goes first, so that a variable's gradient is
 * whole before it is passed on. */
struct queue {
    struct function *waiting[FUNCTIONS];
    struct function *seen[FUNCTIONS];
    int n, seen_n;
};

static void
push(struct queue *q, struct function *f)
{
    for (int i = 0; f && i < q->seen_n; i++)
        if (q->seen[i] == f)
            return;
    if (f) {
        q->seen[q->seen_n++] = f;
        q->waiting[q->n++] = f;
    }
}

static struct function *
pop(struct queue *q)
{
    int best = 0;
    struct function *f;

    for (int i = 1; i < q->n; i++)
        if (q->waiting[i]->generation > q->waiting[best]->generation)
            best = i;
    f = q->waiting[best];
    q->waiting[best] = q->waiting[--q->n];
    return f;
}

static void
backward(struct variable *y)
{
    struct queue q = {.n = 0};

    y->grad = make_values();
    for (int i = 0; i < VALUES; i++)
        y->grad[i] = 1;
    push(&q, y->creator);
    while (q.n > 0) {
        struct function *f = pop(&q);
        struct variable *output = fp_weak_get(f->output); /* alive: we came through it */

        for (int i = 0; i < INPUTS; i++) {
            if (f->input[i] && !f->input[i]->grad)
                f->input[i]->grad = make_values();
            if (f->input[i])
                push(&q, f->input[i]->creator);
        }
        f->backward(f, output->grad);
        fp_unref(output);
    }
}

static struct variable *
make_x(void)
{
    struct variable *x = make_variable();

    for (int i = 0; i < VALUES; i++)
        x->data[i] = (i % 100 - 50) / 25.;
    return x;
}

/* square(square(square(x))); the variables between die with the result. */
static struct variable *
three_squares(struct variable *x)
{
    struct variable *a = square(x), *b = square(a), *y = square(b);

    fp_unref(a);
    fp_unref(b);
    return y;
}

/* The largest difference from the gradients that algebra gives: 8x⁷ for ((x²)²)², and 8x³ for
 * (x²)² + (x²)², where a function is reached on two ways. */
static double
worst_gradient(void)
{
    struct variable *x = make_x(), *z = make_x(), *y = three_squares(x);
    struct variable *a = square(z), *b = square(a), *c = square(a), *sum = add(b, c);
    double worst = 0;

    backward(y);
    backward(sum);
    for (int i = 0; i < VALUES; i++) {
        double v = x->data[i];

        worst = fmax(worst, fabs(x->grad[i] - 8 * pow(v, 7)));
        worst = fmax(worst, fabs(z->grad[i] - 8 * pow(v, 3)));
    }
    fp_unref(x);
    fp_unref(z);
    fp_unref(y);
    fp_unref(a);
    fp_unref(b);
    fp_unref(c);
    fp_unref(sum);
    return worst;
}

/* --- part 4: rounds --------------------------------------------------------------------------- */

static struct fp_memory_sample
sample(void)
{
    struct fp_memory_sample s = {.objects = FP_UNKNOWN};

    fp_memory_sample(NULL, &s);
    return s;
}

static void
print_sample(const char *when, struct fp_memory_sample s)
{
    printf("%-26s %5zu objects %12zu bytes, resident %6.1f MiB\n", when, s.objects, s.door_bytes,
           (double)s.rss_anon / 1048576);
}

static void
run_rounds(long rounds)
{
    for (long i = 0; i < rounds; i++) {
        struct variable *x = make_x(), *y = three_squares(x);

        fp_unref(x);
        fp_unref(y);
    }
}

/* True when weak outputs leave nothing, and one collection takes back all that strong ones left. */
static int
show_rounds(long rounds)
{
    struct fp_memory_sample before = sample(), weak, strong, collected;
    size_t freed;

    run_rounds(10);
    print_sample("after 10 rounds", sample());
    run_rounds(rounds - 10);
    weak = sample();
    printf("after %ld rounds:\n", rounds);
    print_sample("  outputs held weakly", weak);
    keep_outputs_strongly = 1;
    run_rounds(STRONG_ROUNDS);
    keep_outputs_strongly = 0;
    strong = sample();
    print_sample("  300 more, held strongly", strong);
    freed = fp_gc_collect(NULL, 2);
    plt_close_all(); /* gives pages that are free to the system, which glibc keeps for later */
    collected = sample();
    print_sample("  after one collection", collected);
    printf("the collection freed %zu objects\n", freed);
    return freed == 7 * STRONG_ROUNDS && weak.door_bytes == before.door_bytes &&
           strong.door_bytes > before.door_bytes && collected.door_bytes == before.door_bytes &&
           collected.objects == before.objects;
}

int
main(int argc, char **argv)
{
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 100000;
    double worst;
    int fine;

    if (argc > 2 || rounds < 10) {
        fprintf(stderr, "usage: step17 [ROUNDS], at least 10\n");
        return 2;
    }
    fine = show_counts();
    fine &= show_three(0);
    fine &= show_three(1);
    worst = worst_gradient();
    printf("gradients of ((x²)²)² and (x²)² + (x²)²: off by %.1e at most\n", worst);
    fine &= worst < 1e-9;
    fine &= show_rounds(rounds);
    printf(fine ? "as it should be\n" : "NOT as it should be\n");
    return fine ? 0 : 1;
}
