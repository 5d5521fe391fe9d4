// libcurl, loaded when it is first used: 27 others come with it, which take a third of the program's start and of which nearly all
// runs need none. And its options, which are set by functions of varying arguments that Swift cannot call: one function for each kind.
#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>

// Its functions that are used, without the beginning of their names.
#define GTM_CURL_FUNCTIONS(each) \
    each(global_init) each(easy_init) each(easy_cleanup) each(easy_perform) each(easy_strerror) each(easy_setopt) each(easy_getinfo) \
    each(slist_append) each(slist_free_all) each(url) each(url_cleanup) each(url_set) each(url_get) each(free)

// All NULL where it cannot be loaded.
struct gtm_curl {
#define GTM_CURL(name) __typeof__(curl_##name) *name;
    GTM_CURL_FUNCTIONS(GTM_CURL)
#undef GTM_CURL
};

// What there is of it, and why there is none; NULL where there is.
static inline struct gtm_curl *gtm_curl_functions(void) {
    static struct gtm_curl functions;
    return &functions;
}
static inline const char **gtm_curl_failure(void) {
    static const char *failure;
    return &failure;
}

static inline void gtm_curl_load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    struct gtm_curl all;
#define GTM_CURL(name) && (all.name = (__typeof__(all.name))dlsym(library, "curl_" #name))
    if (library GTM_CURL_FUNCTIONS(GTM_CURL)) {
        if (all.global_init(CURL_GLOBAL_ALL) == CURLE_OK) *gtm_curl_functions() = all;
        else *gtm_curl_failure() = "it does not start";
    } else {
        const char *words = dlerror();
        *gtm_curl_failure() = words ? words : "it lacks a function";
    }
#undef GTM_CURL
}

static inline const struct gtm_curl *gtm_curl(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, gtm_curl_load);
    return gtm_curl_functions();
}

// Why libcurl cannot be used; NULL where it can. To be asked before anything else.
static inline const char *gtm_curl_objection(void) {
    gtm_curl();
    return *gtm_curl_failure();
}

static inline CURL *gtm_curl_easy_init(void) { return gtm_curl()->easy_init(); }
static inline void gtm_curl_easy_cleanup(CURL *curl) { gtm_curl()->easy_cleanup(curl); }
static inline CURLcode gtm_curl_easy_perform(CURL *curl) { return gtm_curl()->easy_perform(curl); }
static inline const char *gtm_curl_easy_strerror(CURLcode code) { return gtm_curl()->easy_strerror(code); }
static inline struct curl_slist *gtm_curl_slist_append(struct curl_slist *list, const char *text) {
    return gtm_curl()->slist_append(list, text);
}
static inline void gtm_curl_slist_free_all(struct curl_slist *list) { gtm_curl()->slist_free_all(list); }

static inline CURLU *gtm_curl_url(void) { return gtm_curl()->url(); }
static inline void gtm_curl_url_cleanup(CURLU *url) { gtm_curl()->url_cleanup(url); }
static inline CURLUcode gtm_curl_url_set(CURLU *url, CURLUPart part, const char *text) {
    return gtm_curl()->url_set(url, part, text, 0);
}
static inline CURLUcode gtm_curl_url_get(CURLU *url, CURLUPart part, char **text) {
    return gtm_curl()->url_get(url, part, text, 0);
}
static inline void gtm_curl_free(void *memory) { gtm_curl()->free(memory); }

static inline CURLcode gtm_curl_set_long(CURL *curl, CURLoption option, long value) {
    return gtm_curl()->easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return gtm_curl()->easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
    return gtm_curl()->easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
    return gtm_curl()->easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return gtm_curl()->easy_setopt(curl, option, value);
}
typedef size_t (*gtm_curl_bytes)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode gtm_curl_set_bytes(CURL *curl, CURLoption option, gtm_curl_bytes function) {
    return gtm_curl()->easy_setopt(curl, option, function);
}
typedef int (*gtm_curl_progress)(void *context, curl_off_t down, curl_off_t downNow, curl_off_t up, curl_off_t upNow);
static inline CURLcode gtm_curl_set_progress(CURL *curl, gtm_curl_progress function) {
    return gtm_curl()->easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, function);
}
typedef int (*gtm_curl_socket)(void *context, curl_socket_t socket, curlsocktype purpose);
static inline CURLcode gtm_curl_set_socket(CURL *curl, gtm_curl_socket function) {
    return gtm_curl()->easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, function);
}
static inline long gtm_curl_response(CURL *curl) {
    long code = 0;
    gtm_curl()->easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
static inline curl_off_t gtm_curl_retry_after(CURL *curl) {
    curl_off_t seconds = 0;
    gtm_curl()->easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
    return seconds;
}
