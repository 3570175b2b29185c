// The floor of a first sync: the same bytes into SQLCipher, in batches of the same number of
// records. Reads records as mend-bench-records writes them, all of them before the clock starts.
// Prints milliseconds.
//
//   floor_insert RECORDS NEW-DATABASE RECORDS-A-BATCH

#include "tests/bench/floor/raw_database.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

struct Record {
    std::string header;
    std::string body;
};

bool readPart(std::istream& in, std::string& part) {
    std::uint32_t size = 0;
    if (!in.read(reinterpret_cast<char*>(&size), sizeof size))
        return false;
    part.resize(size);
    return bool(in.read(part.data(), size));
}

std::vector<Record> readRecords(const char* path) {
    std::ifstream in(path, std::ios::binary);
    std::vector<Record> records;
    for (Record record; readPart(in, record.header) && readPart(in, record.body);)
        records.push_back(std::move(record));
    return records;
}

} // namespace

int main(int argc, char** argv) {
    const auto atOnce = argc == 4 ? std::strtoul(argv[3], nullptr, 10) : 0;
    const auto records = atOnce ? readRecords(argv[1]) : std::vector<Record>();
    if (records.empty())
        return 2;
    mend::bench::RawDatabase database(argv[2]);
    const auto from = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < records.size(); at += atOnce) {
        database.run("BEGIN IMMEDIATE");
        for (std::size_t i = at; i < std::min(at + atOnce, records.size()); ++i)
            database.insert(records[i].header.data(), int(records[i].header.size()),
                            records[i].body.data(), int(records[i].body.size()));
        database.run("COMMIT");
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
    std::printf("%.3f\n", took.count());
    return 0;
}
