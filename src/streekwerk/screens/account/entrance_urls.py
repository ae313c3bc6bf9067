"""Addresses of coming in. Only what we use of django-allauth, under names it knows.

What is not listed here does not exist: open sign-up, changing addresses by mail, codes by
mail, connecting accounts of other sites.
"""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path

from streekwerk.screens.account.views import entrance, invitation, own, second_factor

login = entrance.LoginView.as_view()
logout = LogoutView.as_view()
urlpatterns: list[URLPattern | URLResolver] = [
    path("inloggen/", login, name="login"),
    path("inloggen/", login, name="account_login"),
    path("inloggen/code/", entrance.CodeView.as_view(), name="mfa_authenticate"),
    path("inloggen/passkey/", entrance.PasskeyLoginView.as_view(), name="mfa_login_webauthn"),
    path("inloggen/uitgeschakeld/", entrance.switched_off, name="account_inactive"),
    path("inloggen/geen-account/", entrance.unknown, name="account-unknown"),
    path("inloggen/afgebroken/", entrance.provider_cancelled, name="socialaccount_login_cancelled"),
    path("inloggen/niet-gelukt/", entrance.provider_failed, name="socialaccount_login_error"),
    path("inloggen/met/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("uitloggen/", logout, name="logout"),
    path("uitloggen/", logout, name="account_logout"),
    path("wachtwoord-vergeten/", entrance.forgotten, name="account_reset_password"),
    path(
        "wachtwoord-vergeten/verstuurd/",
        entrance.forgotten_sent,
        name="account_reset_password_done",
    ),
    path(
        "wachtwoord-vergeten/klaar/",
        entrance.new_password_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        "wachtwoord-vergeten/<str:uidb36>/<str:key>/",
        entrance.NewPasswordView.as_view(),
        name="account_reset_password_from_key",
    ),
    path("uitnodiging/aannemen/", invitation.take, name="invitation-take"),
    path("uitnodiging/werkt-niet/", invitation.gone, name="invitation-gone"),
    path("uitnodiging/<str:secret>/", invitation.arrive, name="invitation"),
    path("bevestig/", entrance.AgainByPasswordView.as_view(), name="account_reauthenticate"),
    path("bevestig/code/", entrance.AgainByCodeView.as_view(), name="mfa_reauthenticate"),
    path(
        "bevestig/passkey/",
        entrance.AgainByPasskeyView.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/wachtwoord/", own.ChangePasswordView.as_view(), name="account_change_password"),
    path("account/wachtwoord/eerste/", own.SetPasswordView.as_view(), name="account_set_password"),
    path("account/stap/", second_factor.back_to_own, name="mfa_index"),
    path("account/stap/app/", second_factor.AddAppView.as_view(), name="mfa_activate_totp"),
    path(
        "account/stap/app/weg/", second_factor.RemoveAppView.as_view(), name="mfa_deactivate_totp"
    ),
    path("account/stap/passkeys/", second_factor.back_to_own, name="mfa_list_webauthn"),
    path("account/stap/passkey/", second_factor.AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path(
        "account/stap/passkey/<int:pk>/weg/",
        second_factor.RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/stap/passkey/<int:pk>/naam/",
        second_factor.RenamePasskeyView.as_view(),
        name="mfa_edit_webauthn",
    ),
    path("account/stap/codes/", second_factor.CodesView.as_view(), name="mfa_view_recovery_codes"),
    path(
        "account/stap/codes/bestand/",
        second_factor.CodesFileView.as_view(),
        name="mfa_download_recovery_codes",
    ),
    path(
        "account/stap/codes/nieuw/",
        second_factor.NewCodesView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
