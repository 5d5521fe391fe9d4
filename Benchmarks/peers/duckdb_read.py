#!/usr/bin/env python3
"""Reads the leads into a table of typed columns with DuckDB's `read_csv`, all types given.

usage: duckdb_read.py LEADS.csv      needs: duckdb
"""
import json, resource, sys, time
import duckdb

start = time.time()
q = duckdb.connect()
stamps = ["created_at", "first_response_at", "mql_at", "sql_at", "opportunity_at", "won_at", "lost_at"]
types = {c: "TIMESTAMP" for c in stamps} | {"amount": "DECIMAL(18,2)"}
types |= {c: "VARCHAR" for c in ("lead_id", "channel", "segment", "region", "owner")}
q.execute(f"CREATE TABLE leads AS SELECT * FROM read_csv('{sys.argv[1]}', types={types}, nullstr='')")
seconds = time.time() - start
rows = q.execute("SELECT count(*) FROM leads").fetchone()[0]
print(json.dumps({"rows": rows, "seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))
