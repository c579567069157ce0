/* Preloaded by faults.py: counts what a process changes below one folder, and lets one of these operations fail.

   `faults_arm` says which operation (from 1), how it fails and below which folder; 0 only counts. The operations:
   opening for writing, write, fsync, ftruncate, fchmod, fchown, mkdir, rename, link, unlink, rmdir. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum way { KILLED_BEFORE = 1, KILLED_MIDDLE, KILLED_AFTER, REFUSED_ONCE, REFUSED_FOR_GOOD };

static int armed_at, armed_way, armed_error, counted;
static char folder[4096], names[16384];

void faults_arm(int at, int way, int error, const char *below) {
    armed_at = at, armed_way = way, armed_error = error, counted = 0;
    names[0] = 0;
    snprintf(folder, sizeof folder, "%s/", below);
}

/* One line an operation: its name and the file. */
const char *faults_names(void) { return names; }

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* The place of `path`, seen from an open folder or from where the process is. */
static void place(int at, const char *path, char *into, size_t size) {
    char link[64], start[4096];
    ssize_t length;
    if (path && path[0] == '/') {
        snprintf(into, size, "%s", path);
        return;
    }
    if (at == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    length = readlink(link, start, sizeof start - 1);
    start[length < 0 ? 0 : length] = 0;
    snprintf(into, size, "%s%s%s", start, path ? "/" : "", path ? path : "");
}

static int is(const char *name, const char *other) { return !strcmp(name, other); }

/* A full disk still renames and removes; where permission is gone, files that are open are still written. */
static int refuses(const char *name) {
    if (armed_way == REFUSED_FOR_GOOD && armed_error == ENOSPC)
        return is(name, "create") || is(name, "write") || is(name, "mkdir") || is(name, "link") || is(name, "fsync");
    if (armed_way == REFUSED_FOR_GOOD && armed_error == EACCES) return !is(name, "write") && name[0] != 'f';
    return 1;
}

/* Whether the operation must fail with errno; kills the process where that is wanted. */
static int fails(const char *name, int at, const char *path, int *mine) {
    char where[8192];
    size_t used = strlen(names);
    *mine = 0;
    if (!folder[0]) return 0;
    place(at, path, where, sizeof where);
    if (strncmp(where, folder, strlen(folder))) return 0;
    *mine = 1, counted++;
    snprintf(names + used, sizeof names - used, "%s %s\n", name, where + strlen(folder));
    if (!armed_at || counted < armed_at || (counted > armed_at && armed_way != REFUSED_FOR_GOOD)) return 0;
    if (armed_way == KILLED_BEFORE) die();
    if (armed_way < REFUSED_ONCE || !refuses(name)) return 0;
    errno = armed_error;
    return 1;
}

static void after(int mine) {
    if (mine && counted == armed_at && armed_way == KILLED_AFTER) die();
}

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define AROUND(name, at, path, call) \
    int mine, done; \
    if (fails(name, at, path, &mine)) return -1; \
    done = call; \
    after(mine); \
    return done

ssize_t write(int fd, const void *bytes, size_t length) {
    int mine;
    ssize_t done;
    REAL(ssize_t, write, int, const void *, size_t);
    if (fails("write", fd, NULL, &mine)) {
        /* a disk that fills up takes the first half */
        if (counted == armed_at && armed_error == ENOSPC && length > 1) return real(fd, bytes, length / 2);
        return -1;
    }
    if (mine && counted == armed_at && armed_way == KILLED_MIDDLE) {
        done = real(fd, bytes, length / 2);
        die();
    }
    done = real(fd, bytes, length);
    after(mine);
    return done;
}

#define OPENING(name, arguments, at, call) \
    int name arguments { \
        mode_t mode = 0; \
        int mine = 0, done; \
        REAL_##name; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        if ((flags & O_ACCMODE) != O_RDONLY && fails(flags & O_CREAT ? "create" : "open", at, path, &mine)) return -1; \
        done = call; \
        after(mine); \
        return done; \
    }
#define REAL_open REAL(int, open, const char *, int, ...)
#define REAL_open64 REAL(int, open64, const char *, int, ...)
#define REAL_openat REAL(int, openat, int, const char *, int, ...)
#define REAL_openat64 REAL(int, openat64, int, const char *, int, ...)
OPENING(open, (const char *path, int flags, ...), AT_FDCWD, real(path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), AT_FDCWD, real(path, flags, mode))
OPENING(openat, (int at, const char *path, int flags, ...), at, real(at, path, flags, mode))
OPENING(openat64, (int at, const char *path, int flags, ...), at, real(at, path, flags, mode))

int fsync(int fd) { REAL(int, fsync, int); AROUND("fsync", fd, NULL, real(fd)); }
int fdatasync(int fd) { REAL(int, fdatasync, int); AROUND("fdatasync", fd, NULL, real(fd)); }
int ftruncate(int fd, off_t size) { REAL(int, ftruncate, int, off_t); AROUND("ftruncate", fd, NULL, real(fd, size)); }
int ftruncate64(int fd, off64_t size) {
    REAL(int, ftruncate64, int, off64_t);
    AROUND("ftruncate", fd, NULL, real(fd, size));
}
int fchmod(int fd, mode_t mode) { REAL(int, fchmod, int, mode_t); AROUND("fchmod", fd, NULL, real(fd, mode)); }
int fchown(int fd, uid_t user, gid_t group) {
    REAL(int, fchown, int, uid_t, gid_t);
    AROUND("fchown", fd, NULL, real(fd, user, group));
}
int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    AROUND("mkdir", AT_FDCWD, path, real(path, mode));
}
int mkdirat(int at, const char *path, mode_t mode) {
    REAL(int, mkdirat, int, const char *, mode_t);
    AROUND("mkdir", at, path, real(at, path, mode));
}
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    AROUND("rename", AT_FDCWD, to, real(from, to));
}
int renameat(int from_at, const char *from, int at, const char *to) {
    REAL(int, renameat, int, const char *, int, const char *);
    AROUND("rename", at, to, real(from_at, from, at, to));
}
int link(const char *from, const char *to) {
    REAL(int, link, const char *, const char *);
    AROUND("link", AT_FDCWD, to, real(from, to));
}
int linkat(int from_at, const char *from, int at, const char *to, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    AROUND("link", at, to, real(from_at, from, at, to, flags));
}
int unlink(const char *path) { REAL(int, unlink, const char *); AROUND("unlink", AT_FDCWD, path, real(path)); }
int unlinkat(int at, const char *path, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    AROUND(flags & AT_REMOVEDIR ? "rmdir" : "unlink", at, path, real(at, path, flags));
}
int rmdir(const char *path) { REAL(int, rmdir, const char *); AROUND("rmdir", AT_FDCWD, path, real(path)); }
