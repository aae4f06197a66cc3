#ifndef COMMAND_CACHE_FOLDER_H
#define COMMAND_CACHE_FOLDER_H
/*
 * cache_folder: where a build keeps what took long to make: --cache, else .quartier/cache beside quartier.yml, else
 * (a bare repository) the user's cache folder.
 */
struct project;

/* NULL: there is no such folder. Lives as long as the project. */
const char *cache_folder(const struct project *project);
#endif
