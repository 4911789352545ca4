/* SPDX-License-Identifier: MIT */
/* inflate.c: zlib streams (RFC 1950) and deflate (RFC 1951) to the letter. Refused is also what
 * other decoders let pass: codes that leave bits unused, bits after the end that are not 0. */
#include <setjmp.h>
#include <stdbool.h>
#include <string.h>

#include "unit/decoders/decoders.h"

#define MAX_BITS 15
#define CODES (1 << MAX_BITS)

/* For the next 15 bits, whatever follows the code among them: its symbol, of 9 bits, and above that
 * how many bits it has. 0: there is no such code. */
struct code {
    uint16_t entry[CODES];
};

#define SYMBOL 511
#define LENGTH_SHIFT 9

struct inflater {
    const uint8_t *from;
    size_t n;
    size_t at;
    uint64_t bits; /* read but not used yet, the next one lowest */
    unsigned bit_count;
    uint8_t *to;
    size_t size;
    size_t made;
    size_t window;
    struct code literals;
    struct code distances;
    const char *wrong;
    jmp_buf out;
};

static void
refuse(struct inflater *z, const char *wrong)
{
    z->wrong = wrong;
    longjmp(z->out, 1);
}

/* --- Bits ------------------------------------------------------------------------------------- */

static void
refill(struct inflater *z)
{
    for (; z->bit_count <= 48 && z->at < z->n; z->bit_count += 8)
        z->bits |= (uint64_t)z->from[z->at++] << z->bit_count;
}

static void
drop(struct inflater *z, unsigned n)
{
    if (n > z->bit_count)
        refuse(z, "deflate: ends too early");
    z->bits >>= n;
    z->bit_count -= n;
}

static unsigned
take_bits(struct inflater *z, unsigned n)
{
    refill(z);
    unsigned value = (unsigned)(z->bits & ((1u << n) - 1));
    drop(z, n);
    return value;
}

/* Up to the next whole byte. */
static void
align(struct inflater *z)
{
    if (take_bits(z, z->bit_count % 8) != 0)
        refuse(z, "deflate: bits that should be 0");
}

static unsigned
take_symbol(struct inflater *z, const struct code *code)
{
    refill(z);
    unsigned entry = code->entry[z->bits & (CODES - 1)];
    if (entry == 0)
        refuse(z, "deflate: no such code");
    drop(z, entry >> LENGTH_SHIFT);
    return entry & SYMBOL;
}

/* --- Codes (RFC 1951, 3.2.2) ------------------------------------------------------------------ */

static unsigned
reverse(unsigned code, unsigned length)
{
    unsigned reversed = 0;

    for (unsigned i = 0; i < length; i++)
        reversed |= (code >> i & 1) << (length - 1 - i);
    return reversed;
}

static void
enter(struct code *code, unsigned symbol, unsigned bits, unsigned length)
{
    for (unsigned i = reverse(bits, length); i < CODES; i += 1u << length)
        code->entry[i] = (uint16_t)(length << LENGTH_SHIFT | symbol);
}

/* Every sequence of bits must have a meaning, unless `few` allows for codes that have one symbol,
 * of one bit, or none (3.2.7, of distances). */
static void
make_code(struct inflater *z, struct code *code, const uint8_t *lengths, size_t n, bool few)
{
    unsigned count[MAX_BITS + 1] = {0}, next[MAX_BITS + 2] = {0}, used = 0;

    for (size_t i = 0; i < n; i++)
        count[lengths[i]]++;
    count[0] = 0;
    for (unsigned length = 1; length <= MAX_BITS; length++) {
        used += count[length] << (MAX_BITS - length);
        next[length + 1] = (next[length] + count[length]) << 1;
    }
    if (used > CODES)
        refuse(z, "deflate: more codes than there are");
    if (used < CODES && !(few && (used == 0 || (used == CODES / 2 && count[1] == 1))))
        refuse(z, "deflate: bits without a meaning");
    memset(code->entry, 0, sizeof code->entry);
    for (size_t i = 0; i < n; i++)
        if (lengths[i] > 0)
            enter(code, (unsigned)i, next[lengths[i]]++, lengths[i]);
}

static void
make_fixed_codes(struct inflater *z)
{
    uint8_t lengths[288];

    memset(lengths, 8, 144);
    memset(lengths + 144, 9, 112);
    memset(lengths + 256, 7, 24);
    memset(lengths + 280, 8, 8);
    make_code(z, &z->literals, lengths, 288, false);
    memset(lengths, 5, 32);
    make_code(z, &z->distances, lengths, 32, false);
}

/* Lengths of codes, themselves in codes (3.2.7). */
static void
take_lengths(struct inflater *z, uint8_t *lengths, size_t n)
{
    static const struct {
        unsigned bits, least;
    } repeats[] = {{2, 3}, {3, 3}, {7, 11}};

    for (size_t i = 0; i < n;) {
        unsigned symbol = take_symbol(z, &z->literals);
        if (symbol < 16) {
            lengths[i++] = (uint8_t)symbol;
            continue;
        }
        if (symbol == 16 && i == 0)
            refuse(z, "deflate: nothing to repeat");
        size_t times = repeats[symbol - 16].least + take_bits(z, repeats[symbol - 16].bits);
        if (times > n - i)
            refuse(z, "deflate: too many lengths");
        memset(lengths + i, symbol == 16 ? lengths[i - 1] : 0, times);
        i += times;
    }
}

static void
take_codes(struct inflater *z)
{
    static const uint8_t order[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                    11, 4,  12, 3, 13, 2, 14, 1, 15};
    unsigned literals = 257 + take_bits(z, 5), distances = 1 + take_bits(z, 5);
    unsigned n = 4 + take_bits(z, 4);
    uint8_t lengths[286 + 30] = {0};

    if (literals > 286 || distances > 30)
        refuse(z, "deflate: more symbols than there are");
    for (unsigned i = 0; i < n; i++)
        lengths[order[i]] = (uint8_t)take_bits(z, 3);
    make_code(z, &z->literals, lengths, 19, false);
    take_lengths(z, lengths, literals + distances);
    if (lengths[256] == 0)
        refuse(z, "deflate: a block cannot end");
    make_code(z, &z->literals, lengths, literals, false);
    make_code(z, &z->distances, lengths + literals, distances, true);
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static uint8_t *
make_room(struct inflater *z, size_t n)
{
    if (n > z->size - z->made)
        refuse(z, "deflate: more bytes than there should be");
    z->made += n;
    return z->to + z->made - n;
}

/* 3.2.5: lengths 3 … 258, distances 1 … 32768. */
static void
repeat(struct inflater *z, unsigned symbol)
{
    static const uint16_t lengths[] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                       15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                       67, 83, 99, 115, 131, 163, 195, 227, 258};
    unsigned bits = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4;

    if (symbol > 285)
        refuse(z, "deflate: no such length");
    size_t length = lengths[symbol - 257] + take_bits(z, bits);
    unsigned far = take_symbol(z, &z->distances);
    if (far > 29)
        refuse(z, "deflate: no such distance");
    bits = far < 4 ? 0 : far / 2 - 1;
    size_t distance = (far < 4 ? far : (2 + far % 2) << bits) + 1 + take_bits(z, bits);
    if (distance > z->made || distance > z->window)
        refuse(z, "deflate: a distance too far");
    uint8_t *to = make_room(z, length);
    for (size_t i = 0; i < length; i++)
        to[i] = to[(ptrdiff_t)i - (ptrdiff_t)distance];
}

static void
take_symbols(struct inflater *z)
{
    for (;;) {
        unsigned symbol = take_symbol(z, &z->literals);

        if (symbol == 256)
            return;
        if (symbol < 256)
            *make_room(z, 1) = (uint8_t)symbol;
        else
            repeat(z, symbol);
    }
}

static void
take_stored(struct inflater *z)
{
    align(z);
    unsigned length = take_bits(z, 16);
    if ((take_bits(z, 16) ^ length) != 0xffff)
        refuse(z, "deflate: the length of a stored block");
    uint8_t *to = make_room(z, length);
    for (size_t i = 0; i < length; i++)
        to[i] = (uint8_t)take_bits(z, 8);
}

static void
take_blocks(struct inflater *z)
{
    bool last;

    do {
        last = take_bits(z, 1);
        unsigned type = take_bits(z, 2);
        if (type == 3)
            refuse(z, "deflate: no such block");
        if (type == 0) {
            take_stored(z);
            continue;
        }
        if (type == 1)
            make_fixed_codes(z);
        else
            take_codes(z);
        take_symbols(z);
    } while (!last);
    align(z);
}

/* --- The stream (RFC 1950) -------------------------------------------------------------------- */

static void
take_head(struct inflater *z)
{
    unsigned method = take_bits(z, 8), flags = take_bits(z, 8);

    if (method % 16 != 8 || method / 16 > 7 || (method * 256 + flags) % 31 != 0 || flags & 32)
        refuse(z, "zlib: the header");
    z->window = (size_t)256 << method / 16;
}

static uint32_t
adler(const uint8_t *bytes, size_t n)
{
    uint32_t a = 1, b = 0;

    for (size_t i = 0; i < n; i++) {
        a = (a + bytes[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

static void
take_tail(struct inflater *z)
{
    uint32_t sum = 0;

    for (int i = 0; i < 4; i++)
        sum = sum << 8 | take_bits(z, 8);
    if (z->made != z->size)
        refuse(z, "deflate: fewer bytes than there should be");
    if (sum != adler(z->to, z->size))
        refuse(z, "zlib: the Adler-32");
    if (z->at < z->n || z->bit_count > 0)
        refuse(z, "zlib: bytes after the end");
}

const char *
inflate_strictly(uint8_t *to, size_t size, const uint8_t *from, size_t n)
{
    static struct inflater z;

    z.from = from, z.n = n, z.at = 0, z.bits = 0, z.bit_count = 0;
    z.to = to, z.size = size, z.made = 0;
    if (setjmp(z.out) != 0)
        return z.wrong;
    take_head(&z);
    take_blocks(&z);
    take_tail(&z);
    return NULL;
}
