// libcurl's options are set by functions of varying arguments, which Swift cannot call: one function for each kind of argument.
#include <curl/curl.h>

static inline CURLcode gtm_curl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode gtm_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
typedef size_t (*gtm_curl_bytes)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode gtm_curl_set_bytes(CURL *curl, CURLoption option, gtm_curl_bytes function) {
    return curl_easy_setopt(curl, option, function);
}
typedef int (*gtm_curl_progress)(void *context, curl_off_t down, curl_off_t downNow, curl_off_t up, curl_off_t upNow);
static inline CURLcode gtm_curl_set_progress(CURL *curl, gtm_curl_progress function) {
    return curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, function);
}
typedef int (*gtm_curl_socket)(void *context, curl_socket_t socket, curlsocktype purpose);
static inline CURLcode gtm_curl_set_socket(CURL *curl, gtm_curl_socket function) {
    return curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, function);
}
static inline long gtm_curl_response(CURL *curl) {
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
static inline curl_off_t gtm_curl_retry_after(CURL *curl) {
    curl_off_t seconds = 0;
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
    return seconds;
}
static inline CURLcode gtm_curl_begin(void) { return curl_global_init(CURL_GLOBAL_ALL); }
