/* SPDX-License-Identifier: MIT */
/* test_kernel.c: the kernels by name, their radii, and their weights as numbers and as formulas. */
#include "pixels/kernel.h"

#include "unit/pixels/kernels.h"
#include "unit/support.h"

static const double places[] = {0, .125, .5, .9, 1.3, 1.75, 2.2, 2.6, 3.1, 3.9};

enum { PLACES = sizeof places / sizeof *places };

/* Agg's formulas evaluated by scipy 1.10 (special.j1, special.i0); 0 beyond the radius. */
static const struct {
    const char *name;
    double weights[PLACES];
} numbers[] = {
    {"bilinear", {1, 0.875, 0.5, 0.1}},
    {"hanning", {1, 0.961939766255643, 0.5, 0.0244717418524232}},
    {"hamming", {1, 0.964984584955192, 0.54, 0.102514002504229}},
    {"hermite", {1, 0.95703125, 0.5, 0.0279999999999999}},
    {"quadric", {0.75, 0.734375, 0.5, 0.18, 0.02}},
    {"bicubic",
     {0.666666666666667, 0.652018229166667, 0.479166666666667, 0.221166666666667,
      0.0571666666666676, 0.00260416666666667}},
    {"kaiser", {1, 0.955500660415313, 0.461938547423612, 0.0442654668606334}},
    {"catrom", {1, 0.9638671875, 0.5625, 0.0685, -0.0734999999999997, -0.0234375}},
    {"mitchell",
     {0.888888888888889, 0.859917534722222, 0.534722222222222, 0.119388888888889,
      -0.0299444444444443, -0.0147569444444446}},
    {"spline16", {1, 0.948828125, 0.575, 0.091, -0.077, -0.040625}},
    {"spline36",
     {1, 0.9666473534689, 0.598684210526316, 0.0929808612440193, -0.122382775119617,
      -0.0632476076555024, 0.0169952153110048, 0.0167655502392344}},
    {"gaussian",
     {0.797884560802865, 0.773336233605698, 0.483941449038287, 0.157900316601788,
      0.0271659384673712, 0.00174536539009152}},
    {"bessel",
     {0.785398163397448, 0.770355348960935, 0.566824088905874, 0.222516634545809,
      -0.0374845322975084, -0.0975884743981461, -0.00713984285781569, 0.0490332752152291,
      0.0173334652486139, -0.0256535095953562}},
    {"sinc",
     {1, 0.974495358404433, 0.636619772367581, 0.109292404787052, -0.19809085184634,
      -0.128616616593872, 0.0850444803444218, 0.116434881329332, -0.0317300530026924,
      -0.0252213241816274}},
    {"lanczos",
     {1, 0.972930701870221, 0.620383013240695, 0.100415789502545, -0.165423411331299,
      -0.0917789511099593, 0.0486131201765834, 0.0508043336598167, -0.00846376581655165,
      -0.0006460359626463}},
    {"blackman",
     {1, 0.970651155245929, 0.59747294588187, 0.0888238762180514, -0.127754741476115,
      -0.0570588067744337, 0.0225961692744853, 0.0169973886895858, -0.00165985537447852,
      -1.40331543851677e-05}},
};

static void
weights_are_the_formulas_numbers(void **state)
{
    (void)state;
    assert_int_equal(sizeof numbers / sizeof *numbers, REFERENCES);
    for (size_t i = 0; i < REFERENCES; i++) {
        const struct fp__kernel *kernel = fp__kernel_find(numbers[i].name);
        double radius = fp__kernel_radius(kernel, 4);

        for (size_t p = 0; p < PLACES; p++) {
            if (places[p] < radius)
                assert_near(kernel->weight(places[p], radius), numbers[i].weights[p], 2e-15);
            else
                assert_near(numbers[i].weights[p], 0, 0);
        }
    }
}

static void
weights_are_the_formulas_everywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < REFERENCES; i++) {
        const struct reference *wanted = &references[i];
        const struct fp__kernel *kernel = fp__kernel_find(wanted->name);

        assert_non_null(kernel);
        assert_string_equal(kernel->name, wanted->name);
        assert_near(fp__kernel_radius(kernel, 4), wanted->radius, 0);
        for (double x = 0; x < wanted->radius; x += 1. / 512)
            assert_near(kernel->weight(x, wanted->radius), wanted->weight(x, wanted->radius),
                        1e-12);
    }
}

/* With a radius of 2.5 instead of 4; sinc goes on to the next whole pixel, as in Agg. */
static void
three_kernels_have_the_radius_asked_for(void **state)
{
    static const struct {
        const char *name;
        double radius, weights[3]; /* at .3, 1.4 and 2.3 */
    } cases[] = {
        {"sinc", 3, {0.85839369133414, -0.216236208183045, 0.111964394521844}},
        {"lanczos", 2.5, {0.838204875926684, -0.120733843049668, 0.0096338606720986}},
        {"blackman", 2.5, {0.809641850955713, -0.0544757876203946, 0.000650843856988737}},
    };

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        const struct fp__kernel *kernel = fp__kernel_find(cases[i].name);
        double radius = fp__kernel_radius(kernel, 2.5);

        assert_near(radius, cases[i].radius, 0);
        assert_near(kernel->weight(.3, radius), cases[i].weights[0], 1e-15);
        assert_near(kernel->weight(1.4, radius), cases[i].weights[1], 1e-15);
        assert_near(kernel->weight(2.3, radius), cases[i].weights[2], 1e-15);
        assert_near(fp__kernel_radius(kernel, .5), 2, 0);
    }
    assert_near(fp__kernel_radius(fp__kernel_find("mitchell"), 7), 2, 0);
}

static void
other_names_are_not_found(void **state)
{
    (void)state;
    assert_null(fp__kernel_find("nearest"));
    assert_null(fp__kernel_find("Hanning"));
    assert_null(fp__kernel_find(""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(weights_are_the_formulas_numbers),
        world_test(weights_are_the_formulas_everywhere),
        world_test(three_kernels_have_the_radius_asked_for),
        world_test(other_names_are_not_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
