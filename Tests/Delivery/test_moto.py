"""The S3-compatible store of moto, which checks signatures itself: what it holds after a run, and what it refuses."""

import os
import socket
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request

import boto3
from company import Company

POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'


class MotoTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        cls.address = f"http://127.0.0.1:{port}"
        # What is called to make the user and the bucket needs no signature; all that comes after does.
        environment = {**os.environ, "INITIAL_NO_AUTH_ACTION_COUNT": "4"}
        cls.server = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(cls.server.wait)
        cls.addClassCleanup(cls.server.kill)
        deadline = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        iam = cls.client("iam", "nobody", "nothing")
        iam.create_user(UserName="gtm")
        iam.put_user_policy(UserName="gtm", PolicyName="all", PolicyDocument=POLICY)
        key = iam.create_access_key(UserName="gtm")["AccessKey"]
        cls.keys = (key["AccessKeyId"], key["SecretAccessKey"])
        cls.client("s3", *cls.keys).create_bucket(Bucket="reports")

    @classmethod
    def client(cls, service, key, secret):
        return boto3.client(
            service, endpoint_url=cls.address, region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key=secret)

    def run_with(self, prefix, secret):
        company = Company(
            f"deliver:\n  - s3: {{endpoint: \"{self.address}\", bucket: reports, prefix: \"{prefix}\", region: us-east-1, "
            "access_key_env: ACCESS, secret_key_env: SECRET}\n")
        self.addCleanup(company.close)
        company.environment = {"ACCESS": self.keys[0], "SECRET": secret}
        return company, company.run()

    def test_every_file_arrives_as_published_under_a_signature_that_the_store_checks(self):
        company, (status, _, errors) = self.run_with("gtm +ü/", self.keys[1])
        self.assertEqual((status, errors), (0, ""))
        store = self.client("s3", *self.keys)
        held = {entry["Key"] for entry in store.list_objects_v2(Bucket="reports", Prefix="gtm +ü/")["Contents"]}
        folder = company.path("reports/p/2026-03")
        published = {
            os.path.relpath(os.path.join(path, name), folder) for path, _, names in os.walk(folder) for name in names}
        self.assertEqual(published - {name.removeprefix("gtm +ü/p/2026-03/") for name in held}, set())
        for key in held:
            body = store.get_object(Bucket="reports", Key=key)["Body"].read()
            self.assertEqual(body, company.bytes("reports/" + key.removeprefix("gtm +ü/")), key)

    def test_a_wrong_secret_is_refused_and_nothing_arrives(self):
        company, (status, _, errors) = self.run_with("wrong/", "not the secret")
        self.assertEqual(status, 69, errors)
        self.assertIn("403", errors)
        self.assertNotIn("not the secret", errors)
        store = self.client("s3", *self.keys)
        self.assertNotIn("Contents", store.list_objects_v2(Bucket="reports", Prefix="wrong/"))


if __name__ == "__main__":
    unittest.main()
